import pickle
from dataclasses import dataclass
from pathlib import Path

FILE = Path("shelf.pickle")  # saved by version 1


@dataclass
class Volume:  # was books.Book
    title: str
    pages: int


with FILE.open("rb") as file:
    shelf = pickle.load(file)
print("found:", shelf[0])

new = FILE.with_suffix(".new")
new.write_bytes(pickle.dumps(shelf))
new.replace(FILE)
