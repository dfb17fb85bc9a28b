import json
from dataclasses import dataclass
from typing import Annotated

import msgspec
from new import Book


@dataclass
class PlainBook:
    """The same book, as a dataclass."""

    title: str
    year: int


class Exact(msgspec.Struct, forbid_unknown_fields=True):
    """A book with nothing else, printed after 1450."""

    title: str
    year: Annotated[int, msgspec.Meta(ge=1450)]


for text in (
    '{"title": "Emma", "year": "1815"}',
    '{"title": "Emma"}',
    '{"title": "Emma", "year": 1815, "pages": 474}',
    '{"title": "Emma", "year": 181}',
):
    print(text)
    try:
        print("  dataclass:", PlainBook(**json.loads(text)))
    except TypeError as error:
        print("  dataclass: TypeError:", error)
    for kind in Book, Exact:
        try:
            book = msgspec.json.decode(text, type=kind)
            print(f"  {kind.__name__}: {book.title}")
        except msgspec.ValidationError as error:
            print(f"  {kind.__name__}: ValidationError: {error}")
