"""Rows, so many of them in each commit."""

import sqlite3
from contextlib import closing

from people import person

VARIANTS = ["delete full", "wal full", "wal normal"]
SIZES = [1, 10, 100, 1_000, 10_000]


def amount(size):
    return max(min(50 * size, 10_000), size)


def sample(timed, variant, size):
    journal, level = variant.split()
    rows = [tuple(person(n).values()) for n in range(amount(size))]
    with closing(sqlite3.connect("people.db")) as con:
        con.execute(f"PRAGMA journal_mode = {journal}")
        con.execute(f"PRAGMA synchronous = {level}")
        con.execute("CREATE TABLE people (id, name, age, email)")
        with timed("insert"):
            for first in range(0, len(rows), size):
                with con:
                    con.executemany(
                        "INSERT INTO people VALUES (?, ?, ?, ?)",
                        rows[first : first + size],
                    )
    with closing(sqlite3.connect("people.db")) as con:
        assert con.execute("SELECT * FROM people").fetchall() == rows
