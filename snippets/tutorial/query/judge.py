import sqlite3
from contextlib import closing

import trial


def prepare():
    """Begin without a file."""


def read():
    with closing(sqlite3.connect("shelf.db")) as con:
        if not con.execute("SELECT 1 FROM sqlite_master").fetchone():
            return []
        titles = con.execute("SELECT title FROM shelf ORDER BY title")
        return [title for (title,) in titles]


trial.judge(prepare, read, ["Dune", "Emma"], [])
