import sqlite3
from contextlib import closing

TITLES = ["The Handmaid's Tale", "Dune", "Emma", "Ficciones"]

with closing(sqlite3.connect("library.db")) as con:
    con.execute("""
        CREATE TABLE IF NOT EXISTS books (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL UNIQUE
        )
    """)
    with con:
        con.executemany(
            "INSERT OR IGNORE INTO books (title) VALUES (?)",
            [(title,) for title in TITLES],
        )
