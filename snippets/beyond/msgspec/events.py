from datetime import date
from pathlib import Path

import msgspec


class Lent(msgspec.Struct, tag="lent"):
    """A book was lent."""

    title: str
    day: date


class Lost(msgspec.Struct, tag="lost"):
    """A book was lost."""

    title: str
    price: int


Event = Lent | Lost

if __name__ == "__main__":
    day = date(2026, 1, 5)
    events = [Lent("Emma", day), Lost("Dune", 12)]
    lines = msgspec.json.Encoder().encode_lines(events)
    Path("events.jsonl").write_bytes(lines)
    print(lines.decode(), end="")
