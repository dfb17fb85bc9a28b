import sqlite3
from contextlib import closing

ADD = "INSERT INTO authors (name) VALUES ('Homer') RETURNING id"

with closing(sqlite3.connect("library.db")) as con:
    cursor = con.execute(ADD)
    con.commit()
