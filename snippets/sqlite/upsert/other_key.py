import sqlite3
from contextlib import closing

ADD = """
    INSERT INTO products (id, code, price) VALUES (2, 'pie', 3)
    ON CONFLICT (code) DO UPDATE SET price = excluded.price
"""
BY_ID = "ON CONFLICT (id) DO UPDATE SET price = excluded.price"

with closing(sqlite3.connect("shop.db")) as con:
    for statement in (ADD, f"{ADD} {BY_ID} RETURNING code"):
        try:
            with con:
                print(con.execute(statement).fetchall())
        except sqlite3.IntegrityError as error:
            print(error)
