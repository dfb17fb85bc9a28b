import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

FILE = Path(__file__).with_name("books.db")

TABLE = """
    CREATE TABLE IF NOT EXISTS books (
        title TEXT NOT NULL UNIQUE,
        author TEXT NOT NULL,
        finished INTEGER NOT NULL DEFAULT 0
    )
"""
ADD = "INSERT INTO books (title, author, finished) VALUES (?, ?, ?)"


@contextmanager
def open_list():
    with closing(sqlite3.connect(FILE)) as con:
        con.row_factory = sqlite3.Row
        con.execute(TABLE)
        yield con
