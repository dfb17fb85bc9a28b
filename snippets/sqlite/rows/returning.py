import sqlite3
from contextlib import closing

ADD = """
    INSERT INTO authors (name) VALUES (?)
    ON CONFLICT (name) DO UPDATE SET name = excluded.name
    RETURNING id
"""

with closing(sqlite3.connect("library.db")) as con:
    for name in ("Mary Shelley", "Ovid"):
        with con:
            cursor = con.execute(ADD, (name,))
            ids = cursor.fetchall()
        print(name, ids, "lastrowid:", cursor.lastrowid)
