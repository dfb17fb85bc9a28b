import sqlite3
from contextlib import closing

with closing(sqlite3.connect("weather.db")) as con:
    rows = con.execute("SELECT * FROM readings").fetchall()
print(f"{len(rows):,} rows, the last one {rows[-1]}")
