import sqlite3
from contextlib import closing

import psycopg
from server import running

MAKE = "CREATE TEMPORARY TABLE works (title TEXT, year INTEGER)"
FILL = """
    INSERT INTO works
    VALUES ('Emma', 1815), ('dune', 1965), ('Beowulf', NULL)
"""
ENDS = [
    "WHERE title LIKE 'em%'",
    "WHERE lower(title) LIKE 'em%'",
    "ORDER BY year",
    "ORDER BY year NULLS FIRST",
    "ORDER BY title",
    "ORDER BY lower(title)",
]


def ask(con, end):
    """Return the titles that a query finds, in their order."""
    found = con.execute(f"SELECT title FROM works {end}")
    return " ".join(title for (title,) in found) or "nothing"


with (
    running(),
    psycopg.connect() as server,
    closing(sqlite3.connect(":memory:")) as file,
):
    for con in file, server:
        con.execute(MAKE)
        con.execute(FILL)
    for end in ENDS:
        print(end)
        for label, con in ("SQLite", file), ("PostgreSQL", server):
            print(f"  {label:12}{ask(con, end)}")
