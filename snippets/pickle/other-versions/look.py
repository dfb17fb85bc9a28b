import gzip
import pickle
from pathlib import Path

from first_bytes import kind

for path in sorted(Path().glob("*.pkl")):
    print(f"{path}: {kind(path)}")

with gzip.open("packed.pkl") as file:
    print(pickle.load(file))
