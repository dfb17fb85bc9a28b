import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    for name, age in con.execute("SELECT name, age FROM users"):
        print(name, "is", age)
