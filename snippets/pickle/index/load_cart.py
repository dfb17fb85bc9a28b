import pickle
from pathlib import Path

with Path("cart.pickle").open("rb") as file:
    pickle.load(file)
