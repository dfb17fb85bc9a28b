import sqlite3
import sys
from contextlib import closing, contextmanager
from pathlib import Path

FILE = Path(__file__).with_name("books.db")

STEPS = [
    """
    CREATE TABLE IF NOT EXISTS books (
        title TEXT NOT NULL UNIQUE,
        author TEXT NOT NULL,
        finished INTEGER NOT NULL DEFAULT 0
    )
    """,
    "ALTER TABLE books ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",
]


def migrate(con):
    con.execute("BEGIN IMMEDIATE")
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if version > len(STEPS):
        sys.exit(f"{FILE.name} was written by a newer program")
    for number, step in enumerate(STEPS[version:], version + 1):
        con.execute(step)
        con.execute(f"PRAGMA user_version = {number}")


@contextmanager
def open_list():
    with closing(sqlite3.connect(FILE)) as con:
        con.row_factory = sqlite3.Row
        with con:
            migrate(con)
        yield con
