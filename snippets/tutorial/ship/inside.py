import sqlite3
import sys
from contextlib import closing
from pathlib import Path

(seed,) = Path("env").rglob("site-packages/readinglist/seed.db")
with closing(sqlite3.connect(seed)) as con, con:
    for title in sys.argv[1:]:
        con.execute("INSERT INTO books (title) VALUES (?)", (title,))
with closing(sqlite3.connect(seed)) as con:
    for (title,) in con.execute("SELECT title FROM books"):
        print(title)
