import json
import shelve
import sqlite3
from contextlib import closing

with (
    shelve.open("scores", flag="r") as shelf,
    closing(sqlite3.connect("players.db")) as con,
    con,
):
    con.execute("""
        CREATE TABLE IF NOT EXISTS players (
            name TEXT PRIMARY KEY, scores TEXT NOT NULL
        )
    """)
    con.executemany(
        "INSERT OR REPLACE INTO players VALUES (?, ?)",
        ((name, json.dumps(shelf[name])) for name in shelf),
    )
