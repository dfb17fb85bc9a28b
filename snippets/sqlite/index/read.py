import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    con.row_factory = sqlite3.Row
    for user in con.execute("SELECT * FROM users ORDER BY id"):
        print(user["id"], user["name"], user["age"], user["email"])
