import sqlite3
from contextlib import contextmanager


def connect(path):
    return sqlite3.connect(path, timeout=10.0, isolation_level=None)


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


def version(con):
    return con.execute("PRAGMA user_version").fetchone()[0]


# --8<-- [start:migrate]
def migrate(con, steps):
    if version(con) == len(steps):
        return
    with transaction(con):
        old, new = version(con), len(steps)
        if old > new:
            raise RuntimeError(f"file is version {old}, program {new}")
        for number in range(old, new):
            for change in steps[number]:
                if callable(change):
                    change(con)
                else:
                    con.execute(change)
        con.execute(f"PRAGMA user_version = {new}")
        # --8<-- [end:migrate]
