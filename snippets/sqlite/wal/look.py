import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    (mode,) = con.execute("PRAGMA journal_mode").fetchone()
    print("journal mode:", mode)
    print(con.execute("SELECT text FROM notes").fetchall())
