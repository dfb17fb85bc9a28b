"""Twenty commits of a row each."""

import sqlite3
from contextlib import closing

JOURNALS = ("delete", "truncate", "persist", "wal")
LEVELS = ("off", "normal", "full", "extra")
VARIANTS = [f"{j} {level}" for j in JOURNALS for level in LEVELS]
SIZES = [20]


def amount(size):
    return size


def sample(timed, variant, size):
    journal, level = variant.split()
    with closing(
        sqlite3.connect("log.db", isolation_level=None)
    ) as con:
        con.execute(f"PRAGMA journal_mode = {journal}")
        con.execute(f"PRAGMA synchronous = {level}")
        con.execute("CREATE TABLE log (line TEXT)")
        with timed("commit"):
            for number in range(size):
                con.execute("INSERT INTO log VALUES (?)", (number,))
    with closing(sqlite3.connect("log.db")) as con:
        found = con.execute("SELECT count(*) FROM log").fetchone()
    assert found == (size,), found
