import sqlite3
from array import array
from contextlib import closing

with closing(sqlite3.connect("readings.db")) as con:
    row = con.execute("SELECT type, numbers FROM readings").fetchone()

print(len(row[1]), "bytes")
print(array(*row))
