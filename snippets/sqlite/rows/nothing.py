import sqlite3
from contextlib import closing

COUNT = "SELECT name, count(*) FROM authors GROUP BY name"
FIND = "SELECT id FROM authors WHERE name = ?"

with closing(sqlite3.connect("library.db")) as con:
    con.row_factory = sqlite3.Row
    row = con.execute(COUNT).fetchone()
    try:
        row["books"]
    except IndexError as error:
        print(f"the column has another name: IndexError: {error}")
    print("    it has:", dict(row))

    found = con.execute(FIND, ("Nobody",)).fetchone()
    try:
        found["id"]
    except TypeError as error:
        print(f"no row was found: TypeError: {error}")
    print("    id:", None if found is None else found["id"])
