import pickle
from pathlib import Path

value = pickle.loads(Path("converted.pickle").read_bytes())
print(value, Path(value["file"]).suffix)
