from pathlib import Path

import msgspec


class Book(msgspec.Struct):
    """A book as the first version of the program knows it."""

    title: str
    year: int


if __name__ == "__main__":
    books = [Book("Emma", 1815), Book("Dune", 1965)]
    Path("books.json").write_bytes(msgspec.json.encode(books))
    Path("books.msgpack").write_bytes(msgspec.msgpack.encode(books))
