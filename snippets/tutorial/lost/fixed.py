import sqlite3
from contextlib import closing

# --8<-- [start:close]
with closing(sqlite3.connect("data.db")) as con:
    # --8<-- [end:close]
    # --8<-- [start:table]
    con.execute("""
        CREATE TABLE IF NOT EXISTS users (
            id INTEGER PRIMARY KEY, name TEXT, age INTEGER, email TEXT
        )
    """)
    # --8<-- [end:table]
    # --8<-- [start:commit]
    with con:
        con.execute(
            "INSERT INTO users (name, age, email) VALUES (?, ?, ?)",
            ("Alice", 30, "alice@example.com"),
        )
    # --8<-- [end:commit]

    print(con.execute("SELECT * FROM users").fetchall())
