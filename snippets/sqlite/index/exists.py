import sqlite3
from contextlib import closing

EXISTS = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?"
)

with closing(sqlite3.connect("data.db")) as con:
    for table in ("users", "books"):
        print(
            table, con.execute(EXISTS, (table,)).fetchone() is not None
        )
    con.execute("CREATE TABLE users (id INTEGER PRIMARY KEY)")
