import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    try:
        con.serialize()
    except sqlite3.OperationalError as error:
        print(error)
    con.execute("PRAGMA user_version = 1")
    print(len(con.serialize()), "bytes")
