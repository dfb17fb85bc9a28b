import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    print(con.execute("SELECT * FROM users").fetchall())
