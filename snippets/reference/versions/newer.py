import sqlite3
from contextlib import closing
from pathlib import Path

import apsw

CHECK = "ALTER TABLE books ADD CHECK (copies >= 0)"


def can(con):
    """Return whether this SQLite can add a check to a table."""
    try:
        con.execute(CHECK)
    except (sqlite3.Error, apsw.Error):
        return False
    return True


Path("books.db").unlink(missing_ok=True)
with closing(sqlite3.connect("books.db")) as con, con:
    con.execute("CREATE TABLE books (title TEXT, copies INTEGER)")
    con.execute("INSERT INTO books VALUES ('Dune', 1)")
with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE books (title TEXT, copies INTEGER)")
    new = sqlite3.sqlite_version_info >= (3, 53)
    print("sqlite3 can if it is new enough:", can(con) == new)
with closing(apsw.Connection("books.db")) as con:
    print("apsw", apsw.sqlite_lib_version(), "can:", can(con))
    print("apsw reads:", con.execute("SELECT * FROM books").fetchall())
