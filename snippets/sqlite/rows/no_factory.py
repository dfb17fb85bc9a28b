import sqlite3
from contextlib import closing

with closing(sqlite3.connect("library.db")) as con:
    early = con.cursor()
    con.row_factory = sqlite3.Row
    for cursor in (con.cursor(), early):
        row = cursor.execute("SELECT title FROM books").fetchone()
        print(row["title"])
