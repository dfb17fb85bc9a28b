import sqlite3
from contextlib import closing

with closing(sqlite3.connect("people.db")) as con:
    for person in con.execute("SELECT * FROM people ORDER BY age"):
        print(person)
