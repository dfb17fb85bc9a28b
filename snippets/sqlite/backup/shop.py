import sqlite3
from contextlib import closing

with closing(sqlite3.connect("shop.db")) as con:
    con.execute("PRAGMA journal_mode = WAL")
    with con:
        con.execute("""
            CREATE TABLE IF NOT EXISTS orders (
                id INTEGER PRIMARY KEY,
                item TEXT NOT NULL
            )
        """)
        con.execute("DELETE FROM orders")
        con.executemany(
            "INSERT INTO orders (item) VALUES (?)",
            ((f"tea {number}",) for number in range(1000)),
        )
