import sqlite3
from contextlib import closing

COLUMNS = "SELECT name FROM pragma_table_info(?)"
version = 7
table = "notes"

with closing(sqlite3.connect("placeholder.db")) as con:
    con.execute("CREATE TABLE IF NOT EXISTS notes (note, day)")
    for sql, value in (
        ("PRAGMA user_version = ?", version),
        ("PRAGMA table_info(?)", table),
    ):
        try:
            con.execute(sql, (value,))
        except sqlite3.OperationalError as error:
            print(sql, "->", error)

    con.execute(f"PRAGMA user_version = {version:d}")
    print(*con.execute("PRAGMA user_version").fetchone())
    print(con.execute(COLUMNS, (table,)).fetchall())
