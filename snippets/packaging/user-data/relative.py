import sqlite3
from contextlib import closing

with closing(sqlite3.connect("relative.db")) as con, con:
    con.execute("CREATE TABLE IF NOT EXISTS notes (text UNIQUE)")
