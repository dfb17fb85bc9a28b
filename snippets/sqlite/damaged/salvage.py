import sqlite3
from contextlib import closing
from pathlib import Path

GIVE_UP = 10_000  # ids in a row that could not be read
SCHEMA = """
    SELECT type, name, sql FROM sqlite_master
    WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'
"""


def readable_rows(con, name):
    query = f'SELECT rowid, * FROM "{name}" NOT INDEXED WHERE rowid > ?'
    last = failures = 0
    while failures < GIVE_UP:
        try:
            for rowid, *row in con.execute(query, (last,)):
                last, failures = rowid, 0
                yield row
            return
        except sqlite3.DatabaseError:
            last += 1
            failures += 1


def salvage(damaged, target):
    Path(target).unlink(missing_ok=True)
    address = Path(damaged).absolute().as_uri() + "?mode=rw"
    with (
        closing(sqlite3.connect(address, uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
        new,
    ):
        for kind, name, sql in old.execute(SCHEMA).fetchall():
            new.execute(sql)
            if kind == "table":
                for row in readable_rows(old, name):
                    marks = ", ".join("?" * len(row))
                    insert = f'INSERT INTO "{name}" VALUES ({marks})'
                    new.execute(insert, row)
