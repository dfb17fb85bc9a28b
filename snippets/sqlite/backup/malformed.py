import sqlite3
from contextlib import closing

COUNT = "SELECT count(item) FROM orders"
with closing(sqlite3.connect("spare.db")) as con:
    print("spare.db:", con.execute("PRAGMA integrity_check").fetchone())
    print("spare.db:", con.execute(COUNT).fetchone())
with closing(sqlite3.connect("ledger.db")) as con:
    con.execute(COUNT)
