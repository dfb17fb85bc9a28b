import sqlite3
from contextlib import closing

FASTI = "JOIN authors ON authors.id = author WHERE title = 'Fasti'"

with closing(sqlite3.connect("library.db")) as con:
    con.row_factory = sqlite3.Row
    for columns in (
        "*",
        "books.id AS book_id, authors.id AS author_id",
    ):
        query = f"SELECT {columns} FROM books {FASTI}"
        row = con.execute(query).fetchone()
        print(len(row), "columns:", dict(row))
