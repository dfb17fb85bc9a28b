import sqlite3
from contextlib import closing

with closing(sqlite3.connect("table.db")) as con:
    for order in con.execute("SELECT * FROM orders"):
        if order[0] % 100 == 0:
            print(*order)
