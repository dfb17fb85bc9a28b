import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect("before.db")) as before,
    closing(sqlite3.connect("notes.db")) as con,
):
    before.backup(con)
