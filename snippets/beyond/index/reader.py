import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from waits import writing

NAMES = "SELECT name FROM visits"


def connect(timeout=5):
    con = sqlite3.connect(
        "visits.db", timeout=timeout, isolation_level=None
    )
    return closing(con)


def add(name):
    with connect() as con:
        with writing(con):
            con.execute("INSERT INTO visits VALUES (?)", (name,))
        return con.execute("PRAGMA busy_timeout").fetchone()[0]


def can_begin():
    """Return whether another reader may begin now."""
    with connect(timeout=0) as con:
        try:
            return con.execute(NAMES).fetchone()
        except sqlite3.OperationalError:
            return None  # a writer waits in its COMMIT


with connect() as reader, ThreadPoolExecutor(1) as pool:
    names = reader.execute(NAMES)
    print("the first row:", *next(names))
    writer = pool.submit(add, "Cid")
    while can_begin() and not writer.done():
        pass
    print("the COMMIT has ended:", writer.done())
    print("the other rows:", names.fetchall())
    print("the timeout afterwards:", writer.result())
    print("what is in the file:", reader.execute(NAMES).fetchall())
