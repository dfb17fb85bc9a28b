import pickle
from pathlib import Path

print(pickle.loads(Path("prices.pickle").read_bytes()))
