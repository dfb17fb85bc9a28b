import sqlite3
from contextlib import closing
from pathlib import Path

Path("shop.db").unlink(missing_ok=True)
with closing(sqlite3.connect("shop.db")) as con, con:
    con.execute("""
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY, item TEXT, cents INTEGER
        )
    """)
    con.execute("CREATE INDEX orders_item ON orders (item)")
    con.executemany(
        "INSERT INTO orders (item, cents) VALUES (?, 250)",
        ((f"tea {number}",) for number in range(1000)),
    )
