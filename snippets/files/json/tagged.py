import json
from datetime import date, datetime
from decimal import Decimal

from book import Book

# --8<-- [start:types]
# Per type: its name in the file, how to write it, how to read it.
TYPES = {
    Decimal: ("decimal", str, Decimal),
    date: ("date", date.isoformat, date.fromisoformat),
    datetime: ("datetime", datetime.isoformat, datetime.fromisoformat),
    set: ("set", lambda items: sorted(items, key=repr), set),
    Book: ("book", vars, lambda fields: Book(**fields)),
}
# --8<-- [end:types]
READERS = {name: read for name, _, read in TYPES.values()}


# --8<-- [start:pair]
def tag(value):
    if type(value) not in TYPES:
        raise TypeError(f"{type(value).__name__} is not in TYPES")
    name, write, _ = TYPES[type(value)]
    return {"__type__": name, "value": write(value)}


def untag(fields):
    if fields.keys() == {"__type__", "value"}:
        return READERS[fields["__type__"]](fields["value"])
    return fields
    # --8<-- [end:pair]


def dumps(value):
    return json.dumps(value, default=tag, allow_nan=False, indent=2)


def loads(text):
    return json.loads(text, object_hook=untag)
