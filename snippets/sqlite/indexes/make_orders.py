import sqlite3
from contextlib import closing
from datetime import date, timedelta

TABLES = """
    DROP TABLE IF EXISTS orders;
    CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        customer TEXT NOT NULL,
        day TEXT NOT NULL,
        total INTEGER NOT NULL,
        paid INTEGER NOT NULL
    );
"""
ADD = "INSERT INTO orders VALUES (?, ?, ?, ?, ?)"
START = date(2024, 1, 1)


def order(n):
    day = (START + timedelta(days=n % 700)).isoformat()
    return n, f"c{n % 1000}@example.com", day, n % 90, n % 50 > 0


with closing(sqlite3.connect("orders.db")) as con:
    con.executescript(TABLES)
    with con:
        con.executemany(ADD, map(order, range(12_000)))
