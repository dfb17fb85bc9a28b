import sqlite3
from contextlib import closing

BOOKS = [("Dune", "Frank Herbert"), ("Emma", "Jane Austen")]

with closing(sqlite3.connect("shelf.db")) as con, con:
    con.execute("CREATE TABLE shelf (title PRIMARY KEY, author)")
    con.executemany("INSERT INTO shelf VALUES (?, ?)", BOOKS)
print("moved", len(BOOKS), "books")
