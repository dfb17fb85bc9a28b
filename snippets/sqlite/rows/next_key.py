import sqlite3
from contextlib import closing

with closing(sqlite3.connect("tickets.db")) as con, con:
    for table in ("plain", "never_again", "no_id"):
        con.execute(f"INSERT INTO {table} (text) VALUES ('new')")
        rows = con.execute(f"SELECT id, text FROM {table}").fetchall()
        print(table, rows)
