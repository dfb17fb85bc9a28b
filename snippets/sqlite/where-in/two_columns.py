import sqlite3
from contextlib import closing

WANTED = "SELECT 'Emma' AS title, 3 AS id UNION SELECT 'Dune', 7"
WRONG_AND_RIGHT = [
    (
        f"SELECT title FROM books WHERE title IN ({WANTED})",
        f"SELECT title FROM books WHERE (title, id) IN ({WANTED})",
    ),
    (
        "SELECT (title, id) FROM books WHERE title = 'Emma'",
        "SELECT title, id FROM books WHERE title = 'Emma'",
    ),
    (
        "SELECT id FROM books WHERE title IN (('Emma', 'Dune'))",
        "SELECT id FROM books WHERE title IN ('Emma', 'Dune')",
    ),
]

with closing(sqlite3.connect("library.db")) as con:
    for wrong, right in WRONG_AND_RIGHT:
        try:
            con.execute(wrong)
        except sqlite3.OperationalError as error:
            print(error)
        print("   ", con.execute(right).fetchall())
