import sqlite3
from contextlib import closing
from pathlib import Path

SELECT = "SELECT word FROM words"

with closing(sqlite3.connect("sent.db")) as file:
    file.execute("PRAGMA journal_mode = WAL")

with closing(sqlite3.connect(":memory:")) as con:
    con.deserialize(Path("sent.db").read_bytes())
    try:
        con.execute(SELECT)
    except sqlite3.OperationalError as error:
        print(error)

with closing(sqlite3.connect("sent.db")) as file:
    file.execute("PRAGMA journal_mode = DELETE")

with closing(sqlite3.connect(":memory:")) as con:
    con.deserialize(Path("sent.db").read_bytes())
    print(con.execute(SELECT).fetchall())
