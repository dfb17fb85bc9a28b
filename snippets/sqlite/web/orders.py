import sqlite3
from contextlib import closing

with closing(sqlite3.connect("shop.db")) as con:
    print(con.execute("SELECT * FROM orders").fetchall())
