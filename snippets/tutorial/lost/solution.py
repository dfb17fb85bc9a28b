import sqlite3
from contextlib import closing

with closing(sqlite3.connect("guests.db")) as con:
    con.execute(
        "CREATE TABLE IF NOT EXISTS guests (name TEXT PRIMARY KEY)"
    )
    with con:
        for name in ("Ada", "Bob"):
            con.execute(
                "INSERT OR IGNORE INTO guests VALUES (?)", (name,)
            )
    print(con.execute("SELECT name FROM guests").fetchall())
