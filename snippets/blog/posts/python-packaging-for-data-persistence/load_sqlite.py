import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    for user in con.execute("SELECT * FROM users ORDER BY id"):
        print(user)
