import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    cursor = con.execute("SELECT 1")
    row = cursor.fetchone()
print(row)
print(con.execute("SELECT 2").fetchone())
