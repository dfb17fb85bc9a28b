import sqlite3
from contextlib import closing

from database import connect

SETTINGS = "journal_mode", "foreign_keys", "synchronous", "busy_timeout"

with closing(connect("library.db")) as con:
    for setting in SETTINGS:
        (value,) = con.execute(f"PRAGMA {setting}").fetchone()
        print(setting, value)

    try:
        con.execute("INSERT INTO books VALUES ('Dawn', 99)")
    except sqlite3.IntegrityError as error:
        print("refused:", error)
    for title, author in con.execute("SELECT title, author FROM books"):
        print(title, author)
