import sqlite3
from contextlib import closing

with closing(sqlite3.connect("by_hand.db")) as con:
    print(con.execute("SELECT note FROM notes").fetchall())
