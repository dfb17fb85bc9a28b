import pickle
from pathlib import Path

path = Path("visits.pickle")
with path.open("rb") as file:
    print("first load:", pickle.load(file))

visitors = []
with path.open("rb") as file:
    while file.peek(1):
        visitors.append(pickle.load(file))
print("all loads:", visitors)
