import base64
import sqlite3
from contextlib import closing
from pathlib import Path

DOT = "R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
Path("dot.gif").write_bytes(base64.b64decode(DOT))

TABLE = """
    CREATE TABLE IF NOT EXISTS pictures (
        name TEXT PRIMARY KEY,
        data BLOB NOT NULL
    )
"""
SAVE = """
    INSERT INTO pictures VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET data = excluded.data
"""

with closing(sqlite3.connect("pictures.db")) as con:
    con.execute(TABLE)
    with con:
        con.execute(SAVE, ("dot", Path("dot.gif").read_bytes()))
