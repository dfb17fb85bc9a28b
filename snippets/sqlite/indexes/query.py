import sqlite3
from contextlib import closing

from explain import plan, work

QUERY = "SELECT day, total FROM orders WHERE customer = ?"
ANN = ("c7@example.com",)

with closing(sqlite3.connect("orders.db")) as con:
    print(plan(con, QUERY, ANN))
    rows, steps = work(con, QUERY, ANN)
    print(len(rows), "orders,", steps)
