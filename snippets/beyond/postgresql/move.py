import sqlite3
import sys
from contextlib import closing

from readinglist import ADD, open_list

COLUMNS = "SELECT title, author, finished FROM books"


def old_rows(file):
    """Read the list in SQLite, as PostgreSQL types it."""
    with closing(
        sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    ) as con:
        for name, *_ in con.execute("SELECT * FROM books").description:
            if name not in ("title", "author", "finished"):
                raise ValueError(f"no place for the column {name}")
        return [(t, a, bool(f)) for t, a, f in con.execute(COLUMNS)]


def compare(rows):
    """Print the rows that are on one side only."""
    with open_list() as con:
        new = {tuple(row.values()) for row in con.execute(COLUMNS)}
    old = set(rows)
    print("only in SQLite:", sorted(old - new))
    print("only in PostgreSQL:", sorted(new - old))


def move(file):
    """Copy all rows in one transaction, then compare both lists."""
    rows = old_rows(file)
    with open_list() as con, con.cursor() as cursor:
        cursor.executemany(ADD, rows)
    print("moved", len(rows), "books")
    compare(rows)


for name in sys.argv[1:]:
    move(name)
