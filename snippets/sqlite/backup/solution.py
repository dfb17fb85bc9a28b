import sqlite3
from contextlib import closing
from pathlib import Path


def back_up(source, target):
    new = Path(f"{target}.new")
    new.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(source)) as con,
        closing(sqlite3.connect(new)) as copy,
    ):
        con.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    new.replace(target)


with closing(sqlite3.connect("stall.db")) as con:
    con.execute("CREATE TABLE IF NOT EXISTS sales (what TEXT)")
    con.execute("PRAGMA journal_mode = WAL")
    with con:
        con.execute("INSERT INTO sales VALUES ('cake')")
    back_up("stall.db", "copy.db")
    print("sold a cake; copied")
