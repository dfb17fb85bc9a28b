import sqlite3
from contextlib import closing

MAKE = "CREATE TABLE IF NOT EXISTS accounts (name PRIMARY KEY, n)"
PUT = "INSERT OR REPLACE INTO accounts VALUES (?, ?)"

with closing(sqlite3.connect("bank.db")) as con, con:
    con.execute(MAKE)
    con.executemany(PUT, {"ann": 300, "bob": 200}.items())
