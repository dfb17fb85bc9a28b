import sqlite3
import sys
from contextlib import closing

# --8<-- [start:modes]
MODES = {"legacy": {}, "None": {"isolation_level": None}}
if sys.version_info >= (3, 12):
    MODES["True"] = {"autocommit": True}
    MODES["False"] = {"autocommit": False}
# --8<-- [end:modes]

INSERT = "INSERT INTO notes VALUES ('buy milk')"

ACTIONS = {
    "connect": lambda con: None,
    "SELECT": lambda con: con.execute("SELECT * FROM notes").fetchall(),
    "INSERT": lambda con: con.execute(INSERT),
    "CREATE TABLE": lambda con: con.execute("CREATE TABLE tags (tag)"),
    "BEGIN": lambda con: con.execute("BEGIN"),
    "COMMIT": lambda con: con.execute("COMMIT"),
    "commit()": lambda con: con.commit(),
    "rollback()": lambda con: con.rollback(),
    "script": lambda con: con.executescript(INSERT),
    "close()": lambda con: con.close(),
    "error": lambda con: 1 / 0,
}


def new_file(path):
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as con:
        con.execute("PRAGMA synchronous = OFF")  # saves time only
        con.execute("CREATE TABLE notes (note TEXT)")


def show(label, cells, width=14):
    columns = [cell.ljust(10) for cell in cells]
    print((label.ljust(width) + "".join(columns)).rstrip())
