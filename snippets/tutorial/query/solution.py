import sqlite3
from contextlib import closing

BOOKS = [("Dune", "Frank Herbert"), ("Emma", "Jane Austen")]
TABLE = "CREATE TABLE IF NOT EXISTS shelf (title PRIMARY KEY, author)"

with closing(sqlite3.connect("shelf.db")) as con, con:
    con.execute(TABLE)
    con.executemany("INSERT OR IGNORE INTO shelf VALUES (?, ?)", BOOKS)
print("moved", len(BOOKS), "books")
