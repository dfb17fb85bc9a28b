import pickle
from pathlib import Path

from other_names import load

value = load("path.pickle")
print(value)

value["file"] = str(value["file"])
Path("converted.pickle").write_bytes(pickle.dumps(value))
