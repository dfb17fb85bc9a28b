import json
import sqlite3
from contextlib import closing

TABLE = """
    CREATE TABLE IF NOT EXISTS books (
        title TEXT PRIMARY KEY,
        done INTEGER NOT NULL CHECK (done IN (0, 1)),
        more TEXT NOT NULL CHECK (json_valid(more))
    ) STRICT
"""
BOOKS = [
    ("Emma", True, {"year": 1815, "author": {"name": "Austen"}}),
    ("Fasti", False, {"year": 8, "author": {"name": "Ovid"}}),
]

with closing(sqlite3.connect("books.db")) as con:
    con.execute(TABLE)
    with con:
        for title, done, more in BOOKS:
            con.execute(
                "INSERT OR IGNORE INTO books VALUES (?, ?, ?)",
                (title, done, json.dumps(more)),
            )
