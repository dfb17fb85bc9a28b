import sqlite3
from contextlib import closing

with closing(sqlite3.connect("diary.db")) as con:
    con.row_factory = sqlite3.Row
    print(dict(con.execute("SELECT * FROM days").fetchone()))
