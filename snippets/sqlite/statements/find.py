import sqlite3
from contextlib import closing

SORTED_BY = {"by name": "name", "oldest first": "age DESC"}


def users(con, city, order):
    sql = "SELECT * FROM users WHERE city = ? ORDER BY "
    return con.execute(sql + SORTED_BY[order], (city,)).fetchall()


with closing(sqlite3.connect("users.db")) as con:
    print(users(con, "Rome", "by name"))
    print(users(con, "Rome", "oldest first"))
    print(users(con, "Bonn", "by name"))
