import sqlite3
from contextlib import closing

from explain import plan

QUERIES = [
    "SELECT * FROM orders WHERE paid = 0 AND day < '2025-03-01'",
    "SELECT * FROM orders WHERE day < '2025-03-01'",
]

with closing(sqlite3.connect("orders.db")) as con:
    con.execute("CREATE INDEX unpaid ON orders (day) WHERE paid = 0")
    for query in QUERIES:
        print(plan(con, query))
