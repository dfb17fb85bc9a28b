import sqlite3
from contextlib import closing
from pathlib import Path

BOOKS = [("Emma", "Jane Austen"), ("Ficciones", "Jorge Luis Borges")]
NEW = ("Kindred", "Octavia E. Butler")

for version, books in [("v1", BOOKS), ("v2", [*BOOKS, NEW])]:
    seed = Path(version, "src/readinglist/seed.db")
    seed.unlink(missing_ok=True)
    with closing(sqlite3.connect(seed)) as con, con:
        con.execute("CREATE TABLE books (title TEXT, author TEXT)")
        con.executemany("INSERT INTO books VALUES (?, ?)", books)
