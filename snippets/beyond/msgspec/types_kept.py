import json
import math
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import msgspec


class Shelf(Enum):
    """Where a book is."""

    LOW = "low"


VALUES = {
    "str": "Emma",
    "2**64": 2**64,
    "nan": math.nan,
    "bytes": b"\x00\xff",
    "datetime": datetime(2026, 1, 5, 12, tzinfo=UTC),
    "date": date(2026, 1, 5),
    "timedelta": timedelta(minutes=90),
    "Decimal": Decimal("12.50"),
    "UUID": UUID(int=7),
    "Enum": Shelf.LOW,
    "set": {1, 2},
    "tuple": (1, 2),
    "int key": {7: "Emma"},
}


def trip(module: Any, value: Any) -> str:
    """Save a value, read it as its own type, and compare."""
    kind = dict[int, str] if isinstance(value, dict) else type(value)
    try:
        if module is json:
            back = json.loads(json.dumps(value))
        else:
            back = module.decode(module.encode(value), type=kind)
    except (TypeError, OverflowError, ValueError):
        return "refused"
    same = back == value and type(back) is type(value)
    both_nan = back != back and value != value  # only nan differs so
    return "equal" if same or both_nan else f"{back!r}"


print("          json          msgspec.json .msgpack")
for name, value in VALUES.items():
    cells = [
        trip(m, value) for m in (json, msgspec.json, msgspec.msgpack)
    ]
    print(f"{name:9} {cells[0]:13} {cells[1]:12} {cells[2]}")
