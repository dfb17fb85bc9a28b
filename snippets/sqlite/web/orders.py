import sqlite3
from contextlib import closing

with closing(sqlite3.connect("shop.db")) as con:
    for table in "orders", "logins":
        print(table, con.execute(f"SELECT * FROM {table}").fetchall())
