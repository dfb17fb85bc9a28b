import sqlite3
from contextlib import closing

with closing(sqlite3.connect("counter.db", timeout=0)) as con:
    con.execute("BEGIN IMMEDIATE")
    (n,) = con.execute("SELECT n FROM counter").fetchone()
    print("the lock is free; n is", n)
    con.rollback()
