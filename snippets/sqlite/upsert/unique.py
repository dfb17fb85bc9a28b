import sqlite3
from contextlib import closing

SET_STOCK = """
    INSERT INTO stock (code, pieces) VALUES (?, ?)
    ON CONFLICT (code) DO UPDATE SET pieces = excluded.pieces
"""
ROWS = [("cup", 8), ("cup", 9), (None, 1), (None, 2)]

with closing(sqlite3.connect("stock.db")) as con:
    con.execute("CREATE UNIQUE INDEX stock_by_code ON stock (code)")
    with con:
        con.executemany(SET_STOCK, ROWS)
