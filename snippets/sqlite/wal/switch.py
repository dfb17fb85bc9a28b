import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    (mode,) = con.execute("PRAGMA journal_mode = WAL").fetchone()
    print("journal mode:", mode)

    with con:
        con.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
        con.execute("DELETE FROM notes")
        con.execute("INSERT INTO notes VALUES ('first')")
