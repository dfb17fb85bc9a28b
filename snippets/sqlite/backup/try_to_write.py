import sqlite3
from contextlib import closing

with closing(sqlite3.connect("till.db", timeout=0)) as con:
    try:
        con.execute("BEGIN IMMEDIATE")
        print("another process: got the write lock")
    except sqlite3.OperationalError as error:
        print("another process:", error)
