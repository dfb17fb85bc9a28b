import sqlite3
from contextlib import closing

SET_PRICE = (
    "INSERT OR REPLACE INTO products (code, price) VALUES (?, ?)"
)

with closing(sqlite3.connect("shop.db")) as con:
    con.execute("PRAGMA foreign_keys = ON")
    with con:
        con.execute(SET_PRICE, ("cup", 6))
