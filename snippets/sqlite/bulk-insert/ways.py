import shutil
import sqlite3
from contextlib import closing
from itertools import islice
from pathlib import Path

INSERT = "INSERT INTO readings VALUES (?, 15)"


def a_commit_for_each_row(con, rows):
    for row in rows:
        con.execute(INSERT, row)
        con.commit()


def batches_of_25(con, rows):
    while batch := list(islice(rows, 25)):
        con.executemany(INSERT, batch)
        con.commit()


def one_transaction(con, rows):
    con.executemany(INSERT, rows)
    con.commit()


shutil.rmtree("ways", ignore_errors=True)
for way in a_commit_for_each_row, batches_of_25, one_transaction:
    folder = Path("ways", way.__name__)
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "data.db")) as con:
        con.execute("PRAGMA synchronous = OFF")
        con.execute("CREATE TABLE readings (hour, celsius)")
        con.execute("PRAGMA synchronous = FULL")
        way(con, ((hour,) for hour in range(100)))
