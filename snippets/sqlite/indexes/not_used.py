import sqlite3
from contextlib import closing

from explain import plan

INDEXES = """
    CREATE INDEX by_day ON orders (day);
    CREATE INDEX by_total ON orders (total);
    CREATE INDEX by_lower ON orders (lower(customer));
"""
QUERIES = [
    "WHERE upper(customer) = 'C7@EXAMPLE.COM'",
    "WHERE lower(customer) = 'c7@example.com'",
    "WHERE substr(day, 1, 4) = '2025'",
    "WHERE day >= '2025' AND day < '2026'",
    "WHERE total + 5 > 90",
    "WHERE total > 90 - 5",
    "WHERE total = 7 OR paid = 0",
    "WHERE total = 7 OR day = '2025-03-01'",
    "WHERE day LIKE '2025-03%'",
    "WHERE day GLOB '2025-03*'",
    "WHERE day GLOB '*-12-24'",
    "ORDER BY paid LIMIT 3",
    "ORDER BY day LIMIT 3",
]

with closing(sqlite3.connect("orders.db")) as con:
    con.executescript(INDEXES)
    for query in QUERIES:
        print(query)
        print("   ", plan(con, f"SELECT * FROM orders {query}"))
