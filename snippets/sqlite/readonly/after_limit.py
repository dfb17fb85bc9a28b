import sqlite3
from contextlib import closing

with closing(sqlite3.connect("big.db")) as con:
    print(*con.execute("PRAGMA integrity_check").fetchone())
    print(*con.execute("SELECT count(*) FROM lines").fetchone())
