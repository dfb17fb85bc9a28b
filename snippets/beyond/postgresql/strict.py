import sqlite3
from contextlib import closing

import psycopg
from server import running

CASES = [
    ("integer", "twelve"),
    ("integer", "12"),
    ("smallint", 40_000),
    ("boolean", 1),
    ("date", "2026-02-30"),
    ("varchar(4)", "Middlemarch"),
    ("text", "a\0b"),
    ("numeric", 0.1),
]


def stored(con, mark, kind, value):
    """Return what comes back, or the first line of the error."""
    try:
        con.execute(f"CREATE TEMPORARY TABLE t (v {kind})")
        con.execute(f"INSERT INTO t VALUES ({mark})", (value,))
        return repr(con.execute("SELECT v FROM t").fetchone()[0])
    except psycopg.Error as error:
        return f"{type(error).__name__}: {error}".splitlines()[0]
    finally:
        con.rollback()


with running(), psycopg.connect() as new:
    for kind, value in CASES:
        with closing(sqlite3.connect(":memory:")) as old:
            print(f"{value!r} into {kind}")
            print("  SQLite:    ", stored(old, "?", kind, value))
            print("  PostgreSQL:", stored(new, "%s", kind, value))
