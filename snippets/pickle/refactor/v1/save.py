import pickle
from pathlib import Path

from books import Book

shelf = [Book("Dune", 412), Book("Emma", 474)]
Path("shelf.pickle").write_bytes(pickle.dumps(shelf))
print("saved by version 1:", shelf[0])
