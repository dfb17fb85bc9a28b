import sqlite3
from contextlib import closing

with closing(sqlite3.connect("visits.db", isolation_level=None)) as con:
    con.execute("CREATE TABLE IF NOT EXISTS visits (number)")
    con.execute("BEGIN IMMEDIATE")
    (n,) = con.execute("SELECT count(*) FROM visits").fetchone()
    con.execute("INSERT INTO visits VALUES (?)", (n + 1,))
    con.execute("COMMIT")
    print("counted a visit")
