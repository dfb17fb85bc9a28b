import pickle
from pathlib import Path

import guard

owned = Path("owned.txt")
owned.unlink(missing_ok=True)
try:
    guard.loads(Path("dotted.pickle").read_bytes())
except pickle.UnpicklingError as error:
    print(error)
print("owned.txt was written:", owned.exists())
