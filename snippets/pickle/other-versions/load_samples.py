import pickle
from pathlib import Path

for path in ("pointer.pkl", "page.pkl", "packed.pkl", "text.pkl"):
    try:
        pickle.loads(Path(path).read_bytes())
    except pickle.UnpicklingError as error:
        print(path, error)
