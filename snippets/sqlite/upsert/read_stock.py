import sqlite3
from contextlib import closing

with closing(sqlite3.connect("stock.db")) as con:
    print(con.execute("SELECT * FROM stock").fetchall())
