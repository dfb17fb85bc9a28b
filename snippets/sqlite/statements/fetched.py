import sqlite3
from contextlib import closing


def all_names():
    with closing(sqlite3.connect("users.db")) as con:
        return con.execute("SELECT name FROM users").fetchall()


def each_name():
    with closing(sqlite3.connect("users.db")) as con:
        yield from con.execute("SELECT name FROM users")


print(all_names())
with closing(each_name()) as names:
    print(next(names))
