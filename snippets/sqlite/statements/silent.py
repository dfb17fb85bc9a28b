import sqlite3
from contextlib import closing

ADD = "INSERT INTO users VALUES ('Rome', 2000, 'Rome')"

with closing(sqlite3.connect("users.db")) as con:
    con.execute(ADD)  # not committed
    for condition in 'name = "city"', "name = 'city'":
        found = con.execute(f"SELECT name FROM users WHERE {condition}")
        print(condition, found.fetchall())
