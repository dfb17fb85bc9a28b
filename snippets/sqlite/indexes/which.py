import sqlite3
from contextlib import closing

from explain import plan

QUERY = "SELECT * FROM orders WHERE paid = 1 AND day = '2025-03-01'"

with closing(sqlite3.connect("orders.db")) as con:
    con.execute("CREATE INDEX IF NOT EXISTS by_paid ON orders (paid)")
    print(plan(con, QUERY))
