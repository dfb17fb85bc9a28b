from pathlib import Path

import msgspec


class Careless(msgspec.Struct):
    """The field `year` under another name, with a default."""

    title: str
    published: int = 0


class Careful(Careless, forbid_unknown_fields=True):
    """The same, but with no field that is not known."""


data = Path("books.json").read_bytes()
print(msgspec.json.decode(data, type=list[Careless])[0])
try:
    msgspec.json.decode(data, type=list[Careful])
except msgspec.ValidationError as error:
    print("ValidationError:", error)
