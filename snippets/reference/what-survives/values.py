from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal


@dataclass
class Point:
    x: int
    y: int


inner = [1]

VALUES = {
    "None": None,
    "bool": True,
    "int": 7,
    "int over 64 bits": 2**64,
    "float": 0.1,
    "nan": float("nan"),
    "str": "café",
    "empty str": "",
    "bytes": b"\x00\xff",
    "tuple": (1, 2),
    "list": [1, 2],
    "set": {1, 2},
    "dict": {"a": 1},
    "dict, int keys": {1: "a"},
    "datetime": datetime(2026, 7, 1, 9, 30, tzinfo=UTC),
    "Decimal": Decimal("0.10"),
    "dataclass": Point(1, 2),
    "shared list": [inner, inner],
}


def same(sent, back):
    if type(sent) is not type(back):
        return False
    if sent is VALUES["shared list"]:
        return back == sent and back[0] is back[1]
    return repr(sent) == repr(back)
