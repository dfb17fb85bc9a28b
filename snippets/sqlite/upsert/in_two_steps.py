import sqlite3
from contextlib import closing

UPDATE = "UPDATE products SET price = ? WHERE code = ?"
INSERT = "INSERT INTO products (price, code) VALUES (?, ?)"

with closing(sqlite3.connect("shop.db")) as con:
    for price, code in ((7, "cup"), (2, "egg")):
        with con:
            found = con.execute(UPDATE, (price, code)).rowcount
            if not found:
                con.execute(INSERT, (price, code))
