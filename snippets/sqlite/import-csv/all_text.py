import csv
import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE people (name, age)")
    lines = ["Alice,9", "Bob,10"]
    con.executemany(
        "INSERT INTO people VALUES (?, ?)", csv.reader(lines)
    )
    print(con.execute("SELECT name, max(age) FROM people").fetchone())
