import sqlite3
from contextlib import closing
from pathlib import Path

Path("pages.db").unlink(missing_ok=True)


def new_page_size(con):
    con.execute("PRAGMA page_size = 8192")
    con.execute("VACUUM")
    return con.execute("PRAGMA page_size").fetchone()[0]


with closing(sqlite3.connect("pages.db", isolation_level=None)) as con:
    con.execute("PRAGMA page_size = 1024")
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("CREATE TABLE notes (note)")
    print("in WAL mode:", new_page_size(con))

    con.execute("PRAGMA journal_mode = DELETE")
    print("without:    ", new_page_size(con))
    (mode,) = con.execute("PRAGMA journal_mode = WAL").fetchone()
    print("then again: ", mode)
