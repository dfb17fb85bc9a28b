import sqlite3
from contextlib import closing

# Made afresh, so that each run gives the same ids.
SHOP = """
    DROP TABLE IF EXISTS reviews;
    DROP TABLE IF EXISTS products;
    CREATE TABLE products (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        price INTEGER NOT NULL,
        sold INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE reviews (
        product INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
        text TEXT NOT NULL
    );
    INSERT INTO products VALUES (1, 'cup', 5, 40), (2, 'tea', 3, 70);
    INSERT INTO reviews VALUES (1, 'a fine cup');
"""

with closing(sqlite3.connect("shop.db")) as con:
    con.executescript(SHOP)
