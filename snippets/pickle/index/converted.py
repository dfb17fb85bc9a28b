import pickle
from pathlib import Path

visit = pickle.loads(Path("python3.pickle").read_bytes())
print(visit["name"], visit["seen"])
