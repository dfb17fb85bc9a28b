import sqlite3
from contextlib import closing
from pathlib import Path

KEYS = {
    "plain": "INTEGER PRIMARY KEY",
    "never_again": "INTEGER PRIMARY KEY AUTOINCREMENT",
    "no_id": "INT PRIMARY KEY",
}

Path("tickets.db").unlink(missing_ok=True)
with closing(sqlite3.connect("tickets.db")) as con, con:
    for table, key in KEYS.items():
        con.execute(f"CREATE TABLE {table} (id {key}, text TEXT)")
        for text in ("broken", "lost"):
            con.execute(
                f"INSERT INTO {table} (text) VALUES (?)", [text]
            )
        con.execute(f"DELETE FROM {table} WHERE text = 'lost'")
