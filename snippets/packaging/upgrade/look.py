import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data/readinglist/books.db")) as con:
    (version,) = con.execute("PRAGMA user_version").fetchone()
    columns = con.execute("PRAGMA table_info(books)").fetchall()
    print("schema", version, [column[1] for column in columns])
