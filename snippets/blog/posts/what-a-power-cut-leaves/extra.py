import sqlite3
from contextlib import closing

LEVELS = ("OFF", "NORMAL", "FULL", "EXTRA")


def level(con):
    return LEVELS[con.execute("PRAGMA synchronous").fetchone()[0]]


with closing(sqlite3.connect("data.db")) as con:
    print("as it is opened:", level(con))
    con.execute("PRAGMA synchronous = EXTRA")
    print("after the PRAGMA:", level(con))
with closing(sqlite3.connect("data.db")) as con:
    print("opened again:   ", level(con))
