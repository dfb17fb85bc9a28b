import sqlite3
from contextlib import closing

from check import check

FIND = "SELECT id, item FROM orders WHERE item = 'tea 500'"

with closing(sqlite3.connect("one_bit.db")) as con:
    print("before:", con.execute(FIND).fetchall())
    con.execute("REINDEX")
    print("after: ", con.execute(FIND).fetchall())
check("one_bit.db")
