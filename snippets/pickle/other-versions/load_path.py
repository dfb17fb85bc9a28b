import pickle
from pathlib import Path

try:
    print(pickle.loads(Path("path.pickle").read_bytes()))
except (ModuleNotFoundError, NotImplementedError) as error:
    print(error)
