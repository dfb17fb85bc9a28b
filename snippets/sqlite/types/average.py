import math
import sqlite3
from contextlib import closing

READINGS = [(20.0,), (math.nan,), (22.0,)]

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE reading (celsius REAL) STRICT")
    con.executemany("INSERT INTO reading VALUES (?)", READINGS)
    print(con.execute("SELECT celsius FROM reading").fetchall())
    print(con.execute("SELECT avg(celsius) FROM reading").fetchone())

    con.execute("CREATE TABLE checked (celsius REAL NOT NULL) STRICT")
    con.executemany("INSERT INTO checked VALUES (?)", READINGS)
