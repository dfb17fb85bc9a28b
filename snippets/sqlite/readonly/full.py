import sqlite3
from contextlib import closing

with closing(sqlite3.connect("/dev/full")) as con:
    con.execute("PRAGMA journal_mode = MEMORY")
    try:
        con.execute("CREATE TABLE notes (text TEXT)")
    except sqlite3.OperationalError as error:
        print(f"{error} ({error.sqlite_errorname})")
