import sqlite3
from contextlib import closing

from explain import plan

WIDER = "CREATE INDEX by_customer_day ON orders (customer, day, total)"
QUERIES = [
    "SELECT day, total FROM orders WHERE customer = ?",
    "SELECT total FROM orders WHERE customer = ? AND day > '2025-06'",
    "SELECT total FROM orders WHERE customer = ? ORDER BY day",
    "SELECT customer FROM orders WHERE day = ?",
]

with closing(sqlite3.connect("orders.db")) as con:
    con.execute(WIDER)
    for query in QUERIES:
        print(plan(con, query, ("",)))
