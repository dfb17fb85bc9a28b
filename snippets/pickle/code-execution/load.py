import pickle
from pathlib import Path

value = pickle.loads(Path("greeting.pickle").read_bytes())
print("loaded:", value)
