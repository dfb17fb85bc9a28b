import sqlite3
from contextlib import closing

name = "Alice"
with closing(sqlite3.connect("users.db")) as con:
    try:
        con.execute(f"SELECT age FROM users WHERE name = {name}")
    except sqlite3.OperationalError as error:
        print(error)

    found = con.execute("SELECT age FROM users WHERE name = ?", (name,))
    print(found.fetchone())
