import json
from collections import namedtuple
from enum import IntEnum

Point = namedtuple("Point", "x y")
Shelf = IntEnum("Shelf", ["READ", "UNREAD"])


def never(value):
    raise AssertionError("default= is not called for these")


for value in (
    (1, 2),
    Point(1, 2),
    Shelf.READ,
    {1: "one"},
    {None: "none"},
    {1: "int", "1": "text"},
):
    copy = json.loads(json.dumps(value, default=never))
    print(f"{value!r:26} comes back as {copy!r}")
