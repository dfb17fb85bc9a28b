import sqlite3
from contextlib import closing

ADD = """
    INSERT INTO products (id, code, price) VALUES (2, 'pie', 4)
    ON CONFLICT (code) DO UPDATE SET price = excluded.price
"""
BY_ID = "ON CONFLICT (id) DO UPDATE SET price = excluded.price"

with closing(sqlite3.connect("shop.db")) as con:
    try:
        con.execute(ADD)
    except sqlite3.IntegrityError as error:
        print(error)
    rows = con.execute(f"{ADD} {BY_ID} RETURNING code, price")
    print(rows.fetchall())
