import pickle
from pathlib import Path

from lazy import LazyFixed, Place

values = [Place(1, 2), LazyFixed(Place, 3, 4)]
Path("place.pickle").write_bytes(pickle.dumps(values))
