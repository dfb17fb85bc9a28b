import sqlite3
from contextlib import closing

user = {"name": "Alice", "age": 30, "email": "alice@example.com"}

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
        con.execute(
            """
            INSERT INTO users (name, age, email)
            VALUES (:name, :age, :email)
            ON CONFLICT (email) DO UPDATE
            SET name = excluded.name, age = excluded.age
            """,
            user,
        )

print("saved")
