import json
import sqlite3
from contextlib import closing
from pathlib import Path

from settings import FILES, SETTINGS, ask, path

changed = json.loads(Path("changed.json").read_text(encoding="utf-8"))


def kept(setting, file):
    name = path(setting, file)
    value, then = changed[name]
    if then == "refused":
        return "refused"
    with closing(sqlite3.connect(name)) as con:
        if ask(con, setting) == value:
            return "file"
    return "connection" if then == value else "nothing"


def show(first, *cells):
    line = f"{first:26}" + "".join(f"{cell:15}" for cell in cells)
    print(line.rstrip())


show("PRAGMA", *FILES)
for setting in SETTINGS:
    show(setting, *(kept(setting, file) for file in FILES))
