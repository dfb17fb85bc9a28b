import sqlite3
from contextlib import contextmanager

STEPS = [
    "CREATE TABLE notes (name TEXT PRIMARY KEY, text TEXT NOT NULL)",
    "ALTER TABLE notes ADD COLUMN pinned NOT NULL DEFAULT 0",
]


def connect(path):
    con = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        con.execute("PRAGMA journal_mode = WAL")
        migrate(con)
    except BaseException:
        con.close()
        raise
    return con


@contextmanager
def transaction(con):
    con.execute("BEGIN IMMEDIATE")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise


def migrate(con):
    with transaction(con):
        (version,) = con.execute("PRAGMA user_version").fetchone()
        for step in STEPS[version:]:
            con.execute(step)
        con.execute(f"PRAGMA user_version = {len(STEPS)}")
