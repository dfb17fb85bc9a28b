import sqlite3
import sys
from contextlib import closing, contextmanager
from pathlib import Path

FILE = Path(__file__).with_name("books.db")

# --8<-- [start:steps]
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
# --8<-- [end:steps]


# --8<-- [start:migrate]
def migrate(con):
    con.execute("BEGIN IMMEDIATE")
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if version > len(STEPS):
        sys.exit(f"{FILE.name} was written by a newer program")
    for number, step in enumerate(STEPS[version:], version + 1):
        con.execute(step)
        con.execute(f"PRAGMA user_version = {number}")
        # --8<-- [end:migrate]


@contextmanager
def open_list():
    with closing(sqlite3.connect(FILE)) as con:
        con.row_factory = sqlite3.Row
        # --8<-- [start:with]
        with con:
            migrate(con)
        # --8<-- [end:with]
        yield con
