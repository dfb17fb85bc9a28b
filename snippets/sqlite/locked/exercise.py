import sqlite3
from contextlib import closing

with closing(sqlite3.connect("visits.db", isolation_level=None)) as con:
    con.execute("CREATE TABLE IF NOT EXISTS visits (id PRIMARY KEY, n)")
    con.execute("INSERT OR IGNORE INTO visits VALUES (1, 0)")
    (n,) = con.execute("SELECT n FROM visits").fetchone()
    con.execute("UPDATE visits SET n = ?", (n + 1,))
    print("counted a visit")
