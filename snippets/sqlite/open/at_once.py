import sqlite3
import time
from contextlib import closing
from pathlib import Path

Path("shared.db").unlink(missing_ok=True)

with (
    closing(sqlite3.connect("shared.db", isolation_level=None)) as a,
    closing(sqlite3.connect("shared.db", isolation_level=None)) as b,
):
    a.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    try:
        b.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        print(error, error.sqlite_errorname)
    print("waited a second:", time.monotonic() - start >= 1)
    a.execute("ROLLBACK")
