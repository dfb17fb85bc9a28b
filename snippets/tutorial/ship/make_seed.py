"""Write seed.db, the books that come with the package."""

import sqlite3
from contextlib import closing
from pathlib import Path

SEED = Path("src/readinglist/seed.db")
BOOKS = [("Emma", "Jane Austen"), ("Ficciones", "Jorge Luis Borges")]

SEED.unlink(missing_ok=True)
with closing(sqlite3.connect(SEED)) as con, con:
    con.execute("CREATE TABLE books (title TEXT, author TEXT)")
    con.executemany("INSERT INTO books VALUES (?, ?)", BOOKS)
