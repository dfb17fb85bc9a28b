import sqlite3
from contextlib import closing

with closing(sqlite3.connect("before.db", autocommit=True)) as con:
    con.execute("PRAGMA foreign_keys = ON")
    con.execute("PRAGMA journal_mode = WAL")
    con.autocommit = False

    (enforced,) = con.execute("PRAGMA foreign_keys").fetchone()
    (mode,) = con.execute("PRAGMA journal_mode").fetchone()
    print("foreign_keys", enforced)
    print("journal_mode", mode)
    print("transaction open:", con.in_transaction)
