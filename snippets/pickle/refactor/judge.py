import pickle
from pathlib import Path

import trial

FILE = Path("shelf.pickle")
# [Book("Dune", 412)], whose class is books.Book
OLD = b"(l(ibooks\nBook\n(dVtitle\nVDune\nsVpages\nI412\nsba."


class Found:
    pass


class AnyClass(pickle.Unpickler):
    def find_class(self, module, name):
        return Found


def prepare():
    FILE.write_bytes(OLD)


def read():
    with FILE.open("rb") as file:
        return [vars(book) for book in AnyClass(file).load()]


BOOKS = [{"title": "Dune", "pages": 412}]
trial.judge(prepare, read, BOOKS, BOOKS)
