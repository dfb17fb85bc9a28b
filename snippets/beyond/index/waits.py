import sqlite3
from collections import Counter
from contextlib import contextmanager

counted = Counter()


@contextmanager
def writing(con):
    """Run one transaction, and count whether it had to wait."""
    timeout = con.execute("PRAGMA busy_timeout").fetchone()[0]
    con.execute("PRAGMA busy_timeout = 0")
    try:
        con.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        counted["waited"] += 1
    finally:
        con.execute(f"PRAGMA busy_timeout = {timeout}")
    if not con.in_transaction:
        con.execute("BEGIN IMMEDIATE")
    counted["transactions"] += 1
    with con:
        yield con
