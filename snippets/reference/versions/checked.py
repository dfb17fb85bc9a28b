import sqlite3
from contextlib import closing

with closing(sqlite3.connect("books.db")) as con:
    try:
        con.execute("INSERT INTO books VALUES ('Emma', -1)")
    except sqlite3.IntegrityError as error:
        print(type(error).__name__)
    con.execute("INSERT INTO books VALUES ('Emma', 2)")
    con.commit()
    print(con.execute("SELECT * FROM books").fetchall())
