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
        return [(t, a, bool(f)) for t, a, f in con.execute(COLUMNS)]


def new_rows():
    with open_list() as con:
        return [tuple(row.values()) for row in con.execute(COLUMNS)]


def move(file):
    """Copy all rows in one transaction, then compare both lists."""
    rows = old_rows(file)
    with open_list() as con, con.cursor() as cursor:
        cursor.executemany(ADD, rows)
    old, new = set(rows), set(new_rows())
    print("moved", len(rows), "books")
    print("only in SQLite:", sorted(old - new))
    print("only in PostgreSQL:", sorted(new - old))


for name in sys.argv[1:]:
    move(name)
