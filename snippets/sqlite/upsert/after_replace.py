import sqlite3
from contextlib import closing

with closing(sqlite3.connect("shop.db")) as con:
    con.row_factory = sqlite3.Row
    cup = con.execute("SELECT * FROM products WHERE code = 'cup'")
    print(dict(cup.fetchone()))
    (reviews,) = con.execute("SELECT count(*) FROM reviews").fetchone()
    print("reviews:", reviews)
