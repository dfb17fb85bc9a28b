import pickle
from pathlib import Path

with Path("note.pickle").open("w") as file:
    pickle.dump("buy tea", file)
