import sqlite3
from contextlib import closing

with closing(sqlite3.connect("inside.db", isolation_level=None)) as con:
    con.execute("PRAGMA synchronous = NORMAL")
    (level,) = con.execute("PRAGMA synchronous").fetchone()
    print("before BEGIN:", level)
    con.execute("BEGIN")
    con.execute("PRAGMA synchronous = FULL")
