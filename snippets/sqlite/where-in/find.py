import json
import sqlite3
from contextlib import closing

FIND = """
    SELECT id, title FROM books
    WHERE title IN (SELECT value FROM json_each(?))
    ORDER BY id
"""

with closing(sqlite3.connect("library.db")) as con:
    for titles in (["Dune", "The Handmaid's Tale"], ["Emma"], []):
        print(con.execute(FIND, (json.dumps(titles),)).fetchall())
