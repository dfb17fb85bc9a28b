import sqlite3
import sys
from contextlib import closing
from importlib.resources import as_file, files

from platformdirs import user_data_path

STEPS = [
    """CREATE TABLE IF NOT EXISTS books (
        title TEXT NOT NULL UNIQUE, author TEXT NOT NULL,
        finished INTEGER NOT NULL DEFAULT 0)""",
    "ALTER TABLE books ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",
]
ADD = """INSERT INTO books (title, author) VALUES (?, ?)
    ON CONFLICT DO NOTHING"""
FINISH = "UPDATE books SET finished = 1, stars = ? WHERE title = ?"
LIST = "SELECT title, author, finished, stars FROM books ORDER BY title"


# --8<-- [start:shipped]
def shipped_books():
    with as_file(files("readinglist") / "seed.db") as path:
        uri = path.as_uri() + "?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as con:
            return con.execute("SELECT * FROM books").fetchall()
            # --8<-- [end:shipped]


# --8<-- [start:migrate]
def migrate(con):
    con.execute("BEGIN IMMEDIATE")
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if version > len(STEPS):
        sys.exit("books.db was written by a newer readinglist")
    for number, step in enumerate(STEPS[version:], version + 1):
        con.execute(step)
        con.execute(f"PRAGMA user_version = {number}")
    if version == 0:
        con.executemany(ADD, shipped_books())
        # --8<-- [end:migrate]


def main():
    # --8<-- [start:folder]
    folder = user_data_path(
        "readinglist", appauthor=False, ensure_exists=True
    )
    with closing(sqlite3.connect(folder / "books.db")) as con:
        # --8<-- [end:folder]
        with con:
            migrate(con)
        command, *values = sys.argv[1:] or ["list"]
        sql = {"list": LIST, "add": ADD, "finish": FINISH}[command]
        with con:
            for book in con.execute(sql, values):
                print(*book, sep=" | ")
