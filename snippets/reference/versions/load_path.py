import pickle
from pathlib import Path

place = pickle.loads(Path("place.pickle").read_bytes())

print(place.as_posix())
