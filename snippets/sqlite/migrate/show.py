import sqlite3
from contextlib import closing

with closing(sqlite3.connect("tasks.db")) as con:
    print("version", con.execute("PRAGMA user_version").fetchone()[0])
    rows = con.execute("SELECT * FROM tasks ORDER BY id LIMIT 5")
    print(*[column[0] for column in rows.description])
    for row in rows:
        print(*row)
