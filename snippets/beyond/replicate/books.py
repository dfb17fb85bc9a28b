import sqlite3
from contextlib import closing


def add(*titles, to="books.db"):
    """Commit some books."""
    with closing(sqlite3.connect(to)) as con, con:
        con.execute("CREATE TABLE IF NOT EXISTS books (title TEXT)")
        con.executemany(
            "INSERT INTO books VALUES (?)", ((t,) for t in titles)
        )


def titles():
    """Return the titles of all books, in the order of their rows."""
    with closing(sqlite3.connect("books.db")) as con:
        rows = con.execute("SELECT title FROM books ORDER BY rowid")
        return [title for (title,) in rows]
