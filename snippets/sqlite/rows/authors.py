import sqlite3
from contextlib import closing

with closing(sqlite3.connect("library.db")) as con:
    for author in con.execute("SELECT * FROM authors ORDER BY name"):
        print(author)
