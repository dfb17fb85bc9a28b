import pickle
from pathlib import Path

with Path("squares.pickle.gz").open("rb") as file:
    pickle.load(file)
