import pickle
from pathlib import Path

with Path("data.pickle").open("rb") as file:
    user = pickle.load(file)

for field, value in user.items():
    print(field, value, type(value).__name__)
