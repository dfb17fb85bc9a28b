import sqlite3
from contextlib import closing

import trial


def prepare():
    with closing(sqlite3.connect("guests.db")) as con, con:
        con.execute("CREATE TABLE guests (name TEXT PRIMARY KEY)")
        con.execute("INSERT INTO guests VALUES ('Zoe')")


def read():
    with closing(sqlite3.connect("guests.db")) as con:
        names = con.execute("SELECT name FROM guests ORDER BY name")
        return [name for (name,) in names]


trial.judge(prepare, read, ["Ada", "Bob", "Zoe"], ["Zoe"])
