import sqlite3
from contextlib import closing

FIND = "SELECT born FROM people WHERE name = 'Alice 7'"

with closing(sqlite3.connect("people.db")) as con:
    for *_, step in con.execute("EXPLAIN QUERY PLAN " + FIND):
        print(step)
