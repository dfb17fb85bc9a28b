import sqlite3
from contextlib import contextmanager


def connect(timeout=10.0):
    return sqlite3.connect(
        "bank.db", timeout=timeout, isolation_level=None
    )


# --8<-- [start:transaction]
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
        # --8<-- [end:transaction]


def make_table(con):
    con.execute("DROP TABLE IF EXISTS moves")
    con.execute(
        "CREATE TABLE moves (account TEXT NOT NULL, cents INTEGER)"
    )
