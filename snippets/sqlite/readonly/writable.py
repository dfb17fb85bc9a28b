import sqlite3
from contextlib import closing
from pathlib import Path


def try_to_write(path):
    """Return what SQLite says to a write that is not committed."""
    address = Path(path).absolute().as_uri() + "?mode=rw"
    try:
        con = sqlite3.connect(address, uri=True, isolation_level=None)
        with closing(con):
            con.execute("BEGIN IMMEDIATE")
            con.execute("CREATE TABLE write_test (x)")
    except sqlite3.OperationalError as error:
        return f"{error} ({error.sqlite_errorname})"
    return "can be written"
