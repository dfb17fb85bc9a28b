import sqlite3
from contextlib import closing

with closing(sqlite3.connect("data.db")) as con:
    con.execute("CREATE TABLE users (name TEXT)")
