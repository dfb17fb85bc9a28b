import sqlite3
from contextlib import closing

title = "'); DROP TABLE books; --"

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE books (title)")
    con.executescript(f"INSERT INTO books VALUES ('{title}')")
    print("inserted")
    con.execute("SELECT * FROM books")
