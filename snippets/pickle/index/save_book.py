import pickle
from pathlib import Path

from books import Book

data = pickle.dumps(Book("Dune", 412))
Path("book.pickle").write_bytes(data)

for word in ("books", "Book", "title", "Dune", "label"):
    found = "is" if word.encode() in data else "is not"
    print(word, found, "in the file")
