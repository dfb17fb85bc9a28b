import sqlite3
from contextlib import closing

SETTINGS = "journal_mode", "foreign_keys", "busy_timeout"

with closing(sqlite3.connect("library.db")) as con:
    for setting in SETTINGS:
        (value,) = con.execute(f"PRAGMA {setting}").fetchone()
        print(setting, value)

    con.execute("INSERT INTO books VALUES ('Dawn', 99)")
    damage = con.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, parent, _ in damage:
        print("row", row, "of", table, "has no match in", parent)
    con.rollback()
