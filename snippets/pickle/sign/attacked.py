import pickle
from pathlib import Path

import signed

key = (Path.home() / ".basket-key").read_bytes()
path = Path("carol.pickle")
owned = Path("owned.txt")
owned.unlink(missing_ok=True)

try:
    signed.load(path, key)
except ValueError as error:
    print(error)
print("signed.load: owned.txt was written:", owned.exists())

pickle.loads(path.read_bytes()[signed.SIZE :])
print("pickle.loads: owned.txt was written:", owned.exists())
