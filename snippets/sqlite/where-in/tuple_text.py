import sqlite3
from contextlib import closing

with closing(sqlite3.connect("library.db")) as con:
    for ids in ([1, 2], [1]):
        sql = f"SELECT title FROM books WHERE id IN {tuple(ids)}"
        print(sql)
        print(con.execute(sql).fetchall())
