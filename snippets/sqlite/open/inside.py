import sqlite3
from contextlib import closing

with closing(sqlite3.connect("inside.db", autocommit=False)) as con:
    con.execute("PRAGMA foreign_keys = ON")
    (enforced,) = con.execute("PRAGMA foreign_keys").fetchone()
    print("foreign_keys", enforced)
    con.execute("PRAGMA journal_mode = WAL")
