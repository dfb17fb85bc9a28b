import sqlite3
from contextlib import closing

with closing(sqlite3.connect("orders.db")) as con:
    con.execute("CREATE INDEX by_customer ON orders (customer)")
