import json
import sqlite3
from contextlib import closing

OTHERS = """
    SELECT title FROM books
    WHERE id NOT IN (SELECT value FROM json_each(?))
"""

with closing(sqlite3.connect("library.db")) as con:
    for ids in ([1, 2, 3], [1, 2, 3, None]):
        print(ids, con.execute(OTHERS, (json.dumps(ids),)).fetchall())
