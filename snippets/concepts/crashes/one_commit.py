import sqlite3
import sys
from contextlib import closing

level = sys.argv[1] if len(sys.argv) > 1 else "full"

with closing(sqlite3.connect("calls.db")) as con:
    con.execute(f"PRAGMA synchronous = {level}")
    con.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
    with con:
        con.execute("INSERT INTO notes VALUES ('buy milk')")
