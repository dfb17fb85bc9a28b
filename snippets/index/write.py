import sqlite3
from contextlib import closing

ADD = "INSERT INTO users VALUES (?, ?) ON CONFLICT DO NOTHING"

with closing(sqlite3.connect("data.db")) as con, con:
    con.execute("CREATE TABLE IF NOT EXISTS users (name UNIQUE, age)")
    con.execute(ADD, ("Alice", 30))

print("written")
