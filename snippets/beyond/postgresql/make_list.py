import sqlite3
from contextlib import closing

BOOKS = [
    ("The Handmaid's Tale", "Margaret Atwood", 0),
    ("Emma", "Jane Austen", 0),
    ("Dune", "Frank Herbert", 1),
]

with closing(sqlite3.connect("books.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS books")
    con.execute("""
        CREATE TABLE books (
            title TEXT NOT NULL UNIQUE,
            author TEXT NOT NULL,
            finished INTEGER NOT NULL DEFAULT 0
        )
    """)
    con.executemany("INSERT INTO books VALUES (?, ?, ?)", BOOKS)
