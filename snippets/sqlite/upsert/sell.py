import sqlite3
from contextlib import closing

SELL = """
    INSERT INTO products (code, price, sold) VALUES (?, ?, ?)
    ON CONFLICT (code) DO UPDATE SET sold = sold + excluded.sold
    WHERE excluded.sold > 0
    RETURNING id, sold
"""
ORDERS = [("tea", 3, 2), ("jam", 4, 1), ("tea", 3, 0)]

with closing(sqlite3.connect("shop.db")) as con:
    for order in ORDERS:
        with con:
            rows = con.execute(SELL, order).fetchall()
        print(order, rows)
