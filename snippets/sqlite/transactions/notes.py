import sqlite3
from contextlib import closing

with closing(sqlite3.connect("notes.db")) as con:
    for (text,) in con.execute("SELECT text FROM notes"):
        print(text)
