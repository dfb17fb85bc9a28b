import json
import sqlite3
from contextlib import closing

OLD = "José".encode("cp1252")  # from a program that wrote no UTF-8
NOTE = str({"title": "Tea"})  # Python's text, in single quotes
GOOD = json.dumps({"title": "Milk"})
NAME = "SELECT name FROM people"
TITLE = "SELECT json_extract(note, '$.title') FROM people"
REPAIR = "UPDATE people SET note = ? WHERE NOT json_valid(note)"

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE people (name TEXT, note TEXT)")
    insert = "INSERT INTO people VALUES (CAST(? AS TEXT), ?)"
    con.executemany(insert, [(OLD, NOTE), (b"Ann", GOOD)])
    for query in (NAME, TITLE):
        try:
            con.execute(query).fetchall()
        except sqlite3.OperationalError as error:
            print(f"OperationalError: {error}")

    con.text_factory = lambda data: data.decode("cp1252")
    print(con.execute(NAME).fetchall())
    con.execute(REPAIR, (json.dumps({"title": "Tea"}),))
    print(con.execute(TITLE).fetchall())
