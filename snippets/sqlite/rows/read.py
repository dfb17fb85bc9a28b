import sqlite3
from contextlib import closing

BOOKS = """
    SELECT title, name FROM books
    JOIN authors ON authors.id = author
    ORDER BY title DESC
"""

with closing(sqlite3.connect("library.db")) as con:
    con.row_factory = sqlite3.Row
    rows = con.execute(BOOKS).fetchall()

for row in rows:
    print(row["title"], "by", row["name"])
print(row.keys())
print(dict(row))
