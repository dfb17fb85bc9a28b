import pickle
from pathlib import Path

pickle.loads(Path("python2.pickle").read_bytes())
