import pickle
from pathlib import Path

place = Path("notes") / "today.txt"
Path("place.pickle").write_bytes(pickle.dumps(place))

print("saved")
