import sqlite3
from contextlib import closing

from check import check
from salvage import salvage

with closing(sqlite3.connect("index.db")) as con:
    for repair in "REINDEX", "DROP INDEX orders_item":
        try:
            con.execute(repair)
        except sqlite3.DatabaseError as error:
            print(repair, "-", error)

salvage("index.db", "saved_index.db")
check("saved_index.db")
