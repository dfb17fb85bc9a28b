import pickle
from pathlib import Path

import guard

owned = Path("owned.txt")
owned.unlink(missing_ok=True)

print(guard.loads(Path("order.pickle").read_bytes()))
try:
    guard.loads(Path("attack.pickle").read_bytes())
except pickle.UnpicklingError as error:
    print(error)
print("owned.txt was written:", owned.exists())
