import pickle
from pathlib import Path

print(pickle.loads(Path("order.pickle").read_bytes()))
