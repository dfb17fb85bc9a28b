import sqlite3
import sys
from contextlib import closing
from pathlib import Path

(package,) = Path("env").rglob("site-packages/readinglist")

for name in ["seed.db", "extra.db"]:
    with closing(sqlite3.connect(package / name)) as con, con:
        con.execute("CREATE TABLE IF NOT EXISTS books (title, author)")
        for title in sys.argv[1:]:
            con.execute(
                "INSERT INTO books (title) VALUES (?)", (title,)
            )
        rows = con.execute("SELECT title FROM books").fetchall()
        print(name, [title for (title,) in rows])
