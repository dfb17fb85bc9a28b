import pickle
from dataclasses import dataclass
from pathlib import Path

FILE = Path("shelf.pickle")  # saved by version 1


@dataclass
class Volume:  # was books.Book
    title: str
    pages: int


class Renaming(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ("books", "Book"):
            return Volume
        return super().find_class(module, name)


with FILE.open("rb") as file:
    shelf = Renaming(file).load()
print("found:", shelf[0])

new = FILE.with_suffix(".new")
new.write_bytes(pickle.dumps(shelf))
new.replace(FILE)
