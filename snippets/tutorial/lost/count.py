import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    (count,) = con.execute("SELECT count(*) FROM users").fetchone()
    print("rows in the file:", count)
