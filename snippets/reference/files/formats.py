import dbm.dumb
import sqlite3
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path


@contextmanager
def text(name):
    with Path(name).open("w", encoding="utf-8") as file:
        file.write("tea")
        yield
    Path(name).replace("notes.txt")


@contextmanager
def dumb():
    with dbm.dumb.open("notes", "n") as notes:
        notes["tea"] = "3"
        yield


@contextmanager
def sqlite(mode):
    with closing(sqlite3.connect("notes.db")) as con:
        con.execute(f"PRAGMA journal_mode = {mode}")
        con.execute("CREATE TABLE notes (text TEXT)")
        with con:
            con.execute("INSERT INTO notes VALUES ('tea')")
            yield


MODES = ("DELETE", "TRUNCATE", "PERSIST", "WAL")
FORMATS = {
    "a file, overwritten": partial(text, "notes.txt"),
    "a file, replaced": partial(text, "notes.txt.new"),
    "dbm.dumb": dumb,
} | {f"SQLite, {mode}": partial(sqlite, mode) for mode in MODES}
