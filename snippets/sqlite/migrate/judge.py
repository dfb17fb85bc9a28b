import sqlite3
from contextlib import closing

import trial

OLD = (1, [("x milk",), ("bread",)])
NEW = (2, [("x milk", 1), ("bread", 0)])


def prepare():
    with closing(sqlite3.connect("notes.db")) as con, con:
        con.execute("CREATE TABLE notes (text TEXT)")
        con.executemany("INSERT INTO notes VALUES (?)", OLD[1])
        con.execute("PRAGMA user_version = 1")


def read():
    with closing(sqlite3.connect("notes.db")) as con:
        (version,) = con.execute("PRAGMA user_version").fetchone()
        return version, con.execute("SELECT * FROM notes").fetchall()


trial.judge(prepare, read, NEW, OLD)
