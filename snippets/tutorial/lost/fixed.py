import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    con.execute("""
        CREATE TABLE IF NOT EXISTS users (
            id INTEGER PRIMARY KEY, name TEXT, age INTEGER, email TEXT
        )
    """)
    # --8<-- [start:insert]
    with con:
        con.execute(
            "INSERT INTO users (name, age, email) VALUES (?, ?, ?)",
            ("Alice", 30, "alice@example.com"),
        )
        # --8<-- [end:insert]

    print(con.execute("SELECT * FROM users").fetchall())
