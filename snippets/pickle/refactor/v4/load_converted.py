import pickle
from pathlib import Path

shelf = pickle.loads(Path("shelf4.pickle").read_bytes())
for volume in shelf:
    print(volume)
