import sqlite3
from contextlib import closing


def names():
    with closing(sqlite3.connect("users.db")) as con:
        return con.execute("SELECT name FROM users")


for name in names():
    print(name)
