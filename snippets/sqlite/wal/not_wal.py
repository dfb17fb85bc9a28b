import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    (mode,) = con.execute("PRAGMA journal_mode = WAL").fetchone()
    print("journal mode:", mode)
