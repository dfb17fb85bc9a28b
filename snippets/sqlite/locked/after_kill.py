import sqlite3
from contextlib import closing

with closing(sqlite3.connect("counter.db", timeout=0)) as con:
    row = con.execute("UPDATE counter SET n = n + 1 RETURNING n")
    print("the lock is free; n is now", *row.fetchone())
