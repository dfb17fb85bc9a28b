import sqlite3
from contextlib import closing

with closing(sqlite3.connect("visits.db")) as con, con:
    con.execute("CREATE TABLE IF NOT EXISTS visits (visitor TEXT)")
    con.execute("INSERT INTO visits VALUES ('Alice')")
