import os
import sqlite3
from contextlib import closing
from pathlib import Path

for name in ("list.db", "list.db-journal"):
    Path(name).unlink(missing_ok=True)

with closing(sqlite3.connect("list.db")) as con, con:
    con.execute("CREATE TABLE items (text TEXT)")
    rows = [("old".ljust(1000),)] * 1000
    con.executemany("INSERT INTO items VALUES (?)", rows)

con = sqlite3.connect("list.db")
con.execute("PRAGMA cache_size = 10")
con.execute("UPDATE items SET text = replace(text, 'old', 'new')")
os._exit(0)
