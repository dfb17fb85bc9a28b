import sqlite3
from contextlib import closing
from pathlib import Path

from notes import connect
from search import search

Path("older.db").unlink(missing_ok=True)
with closing(sqlite3.connect("older.db")) as con, con:
    con.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text)")
    con.execute("INSERT INTO notes VALUES (1, 'Buy tea')")

with closing(connect("older.db")) as con, con:
    print("before:", search(con, "tea"))
    con.execute(
        "INSERT INTO notes_index (notes_index) VALUES ('rebuild')"
    )

with closing(connect("older.db")) as con:
    print("after: ", search(con, "tea"))
