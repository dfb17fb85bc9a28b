import pickle
from pathlib import Path

reader = pickle.loads(Path("reader.pickle").read_bytes())
print(reader.name)
