import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE users (name TEXT, age INTEGER)")
    con.execute("INSERT INTO users VALUES ('Alice', 30)")
    name = "Alice"
    safe = "SELECT age FROM users WHERE name = ?"
    print(con.execute(safe, (name,)).fetchall())
    con.execute(f"SELECT age FROM users WHERE name = {name}")
