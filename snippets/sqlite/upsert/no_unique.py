import sqlite3
from contextlib import closing

SET_STOCK = """
    INSERT INTO stock (code, pieces) VALUES (?, ?)
    ON CONFLICT (code) DO UPDATE SET pieces = excluded.pieces
"""

with closing(sqlite3.connect("stock.db")) as con:
    con.execute("DROP TABLE IF EXISTS stock")
    con.execute("CREATE TABLE stock (code TEXT, pieces INTEGER)")
    con.execute(SET_STOCK, ("cup", 8))
