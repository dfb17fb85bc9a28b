import sqlite3
from contextlib import closing
from pathlib import Path

path = Path("notes.db")
with closing(sqlite3.connect(path)) as con:
    con.execute("CREATE TABLE IF NOT EXISTS notes (text)")

uri = path.resolve().as_uri()
with closing(sqlite3.connect(f"{uri}?mode=ro", uri=True)) as con:
    try:
        con.execute("INSERT INTO notes VALUES ('buy milk')")
    except sqlite3.OperationalError as error:
        print(f"opened with mode=ro: OperationalError: {error}")

with closing(sqlite3.connect(path)) as con:
    con.execute("PRAGMA max_page_count = 3")
    try:
        con.execute("INSERT INTO notes VALUES (zeroblob(20000))")
    except sqlite3.OperationalError as error:
        print(f"no room for more pages: OperationalError: {error}")
