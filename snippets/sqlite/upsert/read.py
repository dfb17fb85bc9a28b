import sqlite3
from contextlib import closing

with closing(sqlite3.connect("shop.db")) as con:
    con.row_factory = sqlite3.Row
    for row in con.execute("SELECT * FROM products ORDER BY code"):
        print(dict(row))
