import sqlite3
from contextlib import closing

ADD_USER = """
    INSERT INTO users (name, age, email) VALUES (?, ?, ?)
    ON CONFLICT (email) DO UPDATE
    SET name = excluded.name, age = excluded.age
"""

with closing(sqlite3.connect("data.db")) as con:
    con.execute("""
        CREATE TABLE IF NOT EXISTS users (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            age INTEGER NOT NULL,
            email TEXT NOT NULL UNIQUE
        )
    """)
    with con:
        con.execute(ADD_USER, ("Alice", 30, "alice@example.com"))
        con.execute(ADD_USER, ("Bob", 27, "bob@example.com"))

print("saved")
