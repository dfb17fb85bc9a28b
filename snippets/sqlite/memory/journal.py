import sqlite3
from contextlib import closing

for path in ":memory:", "file.db":
    with closing(sqlite3.connect(path)) as con:
        (mode,) = con.execute("PRAGMA journal_mode = WAL").fetchone()
        print(path, mode)
