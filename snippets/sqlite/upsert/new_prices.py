import sqlite3
from contextlib import closing

SET_PRICE = """
    INSERT INTO products (code, price) VALUES (?, ?)
    ON CONFLICT (code) DO UPDATE SET price = excluded.price
"""
PRICES = [("cup", 6), ("pot", 20)]

with closing(sqlite3.connect("shop.db")) as con, con:
    con.executemany(SET_PRICE, PRICES)
