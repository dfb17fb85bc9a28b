import sqlite3
from contextlib import closing

with closing(sqlite3.connect("new.db")) as con:
    con.execute("BEGIN")
    con.execute("PRAGMA journal_mode = WAL")
