import sqlite3
from contextlib import closing

with closing(sqlite3.connect("host/notes.db")) as con:
    try:
        print(con.execute("SELECT text FROM notes").fetchall())
    except sqlite3.OperationalError as error:
        print(error)
