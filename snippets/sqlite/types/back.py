import sqlite3
from contextlib import closing

with closing(sqlite3.connect("values.db")) as con:
    print("sent       stored as  comes back")
    for name, stored, value in con.execute(
        "SELECT name, typeof(value), value FROM kept"
    ):
        print(f"{name:10} {stored:10} {value!r}")
