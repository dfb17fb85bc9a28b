import pickle
from pathlib import Path

user = {"name": "Alice", "age": 30, "email": "alice@example.com"}

with Path("data.pickle").open("wb") as file:
    pickle.dump(user, file)

print("saved")
