import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE old (x)")
    con.executemany("INSERT INTO old VALUES (?)", [(1,), (2,)])

    for (x,) in con.execute("SELECT x FROM old"):
        print("row", x)
        con.execute("DROP TABLE old")
