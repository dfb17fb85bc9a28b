import sqlite3
from contextlib import closing

USERS = [
    ("Alice", 30, "Rome"),
    ("O'Hara", 41, "Bonn"),
    ("50%", 1, "Rome"),
]

with closing(sqlite3.connect("users.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS users")
    con.execute("CREATE TABLE users (name TEXT, age INT, city TEXT)")
    con.executemany("INSERT INTO users VALUES (?, ?, ?)", USERS)
    con.execute(
        "UPDATE users SET age = :age WHERE name = :name",
        {"name": "O'Hara", "age": 42},
    )
