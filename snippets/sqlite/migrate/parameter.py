import sqlite3
from contextlib import closing

with closing(sqlite3.connect("tasks.db")) as con:
    con.execute("PRAGMA user_version = ?", (4,))
