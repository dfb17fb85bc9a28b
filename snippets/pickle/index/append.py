import pickle
from pathlib import Path

path = Path("visits.pickle")
path.unlink(missing_ok=True)
for visitor in ("Alice", "Bob", "Carol"):
    with path.open("ab") as file:
        pickle.dump(visitor, file)
