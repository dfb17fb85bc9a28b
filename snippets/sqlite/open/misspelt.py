import sqlite3
from contextlib import closing

with closing(sqlite3.connect("misspelt.db")) as con:
    con.execute("PRAGMA foreign_key = ON")
    (mode,) = con.execute("PRAGMA journal_mode = WALL").fetchone()
    (enforced,) = con.execute("PRAGMA foreign_keys").fetchone()

print("foreign_keys", enforced)
print("journal_mode", mode)
