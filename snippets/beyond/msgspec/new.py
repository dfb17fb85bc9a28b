from datetime import date
from pathlib import Path

import msgspec


class Book(msgspec.Struct):
    """A book of the second version; each new field has a default."""

    title: str
    published: int = msgspec.field(name="year")  # renamed here only
    authors: list[str] = []  # each book gets a list of its own
    finished: date | None = None


def load(path: Path) -> list[Book]:
    """Read the books, and check the type of each field."""
    packed = path.suffix == ".msgpack"
    form = msgspec.msgpack if packed else msgspec.json
    return form.decode(path.read_bytes(), type=list[Book])


if __name__ == "__main__":
    for name in "books.json", "books.msgpack":
        books = load(Path(name))
        books[0].authors.append("Jane Austen")
        books[0].finished = date(2026, 1, 5)
        print(name, *books, sep="\n  ")
    Path("books2.json").write_bytes(msgspec.json.encode(books))
