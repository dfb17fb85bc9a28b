import sqlite3
from contextlib import closing

ADD = "INSERT INTO authors (name) VALUES (?)"
NAMES = [("Homer",), ("Sappho",)]

with closing(sqlite3.connect("library.db")) as con:
    print("executemany:", con.executemany(ADD, NAMES).lastrowid)
    con.rollback()

    for name in NAMES:
        print("execute:", *name, con.execute(ADD, name).lastrowid)
