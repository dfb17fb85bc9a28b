import sqlite3
from contextlib import closing
from pathlib import Path

wrong = Path("libraries.db")
wrong.unlink(missing_ok=True)
sqlite3.connect(wrong).close()
print(wrong, "now has", wrong.stat().st_size, "bytes")
wrong.unlink()

address = wrong.absolute().as_uri() + "?mode=rw"
try:
    sqlite3.connect(address, uri=True)
except sqlite3.OperationalError as error:
    print(error)
print(wrong, "exists:", wrong.exists())

right = Path("library.db").absolute().as_uri() + "?mode=rw"
with closing(sqlite3.connect(right, uri=True)) as con:
    print(con.execute("SELECT title FROM books").fetchall())
