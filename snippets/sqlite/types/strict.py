import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE loose (age INTEGER, code STRING)")
    con.execute("CREATE TABLE tight (age INTEGER, code TEXT) STRICT")
    for table in ("loose", "tight"):
        for row in ((30, "00123"), ("thirty", "00123")):
            try:
                con.execute(f"INSERT INTO {table} VALUES (?, ?)", row)
            except sqlite3.IntegrityError as error:
                print(table, "refused:", error)
        print(table, con.execute(f"SELECT * FROM {table}").fetchall())

    con.execute("CREATE TABLE visits (day DATE) STRICT")
