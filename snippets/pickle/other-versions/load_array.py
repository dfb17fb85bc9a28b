import pickle
import sys
from pathlib import Path

sys.path.insert(0, "numpy_1")
try:
    pickle.loads(Path("array.pickle").read_bytes())
except ModuleNotFoundError as error:
    print(error)
