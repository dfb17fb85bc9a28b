import shelve
import sqlite3
from contextlib import closing
from pathlib import Path

import files
from values import VALUES, same

KEPT = Path("kept")


def everything():
    """Return what came back, by the format and the value's name."""
    back = {}
    with shelve.open(str(KEPT / "shelf"), flag="r") as shelf:
        for name in shelf:
            back["shelve", name] = shelf[name]
    with closing(sqlite3.connect(KEPT / "kept.sqlite")) as con:
        for name, value in con.execute("SELECT name, value FROM kept"):
            back["sqlite", name] = value
    for format, (_, loads) in files.FORMATS.items():
        for name in VALUES:
            path = KEPT / f"{name}.{format}"
            if path.exists():
                back[format, name] = loads(path.read_bytes())
    return back


def word(back, format, name):
    """Return one word for what came back of a value."""
    if (format, name) not in back:
        return "refused"
    value = back[format, name]
    if same(VALUES[name], value):
        return "same"
    if type(VALUES[name]) is type(value):
        return "other"
    return "None" if value is None else type(value).__name__
