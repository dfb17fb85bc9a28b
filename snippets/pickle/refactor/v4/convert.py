import pickle
from pathlib import Path

RENAMED = {("books", "Book"): ("catalogue", "Volume")}


class RenamingUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        module, name = RENAMED.get((module, name), (module, name))
        return super().find_class(module, name)


with Path("shelf.pickle").open("rb") as file:
    shelf = RenamingUnpickler(file).load()
print("found:", shelf[0])

Path("shelf4.pickle").write_bytes(pickle.dumps(shelf))
