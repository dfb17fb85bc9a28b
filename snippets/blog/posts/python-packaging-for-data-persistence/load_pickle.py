import pickle
from pathlib import Path

with Path("data.pickle").open("rb") as file:
    user = pickle.load(file)

print(user)
