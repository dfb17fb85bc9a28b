import pickle
import shelve
import sqlite3
from contextlib import closing

# The file that dbm.sqlite3 in Python 3.13 writes.
with closing(sqlite3.connect("newer")) as con, con:
    con.execute("""
        CREATE TABLE IF NOT EXISTS Dict (
            key BLOB UNIQUE NOT NULL, value BLOB NOT NULL
        )
    """)
    entry = (b"alice", pickle.dumps([30, 12]))
    con.execute("REPLACE INTO Dict VALUES (?, ?)", entry)

with shelve.open("newer", flag="w") as shelf:
    print(dict(shelf))
