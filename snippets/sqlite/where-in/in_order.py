import json
import sqlite3
from contextlib import closing

IN_ORDER = """
    SELECT books.title FROM json_each(?) AS wanted
    JOIN books ON books.id = wanted.value
    ORDER BY wanted.key
"""

with closing(sqlite3.connect("library.db")) as con:
    for (title,) in con.execute(IN_ORDER, (json.dumps([3, 1, 4]),)):
        print(title)
