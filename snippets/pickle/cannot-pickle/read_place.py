import pickle
from pathlib import Path

place, lazy = pickle.loads(Path("place.pickle").read_bytes())
print(place, lazy.value())
