import pickle
from pathlib import Path

pickle.loads(Path("shelf.pickle").read_bytes())
