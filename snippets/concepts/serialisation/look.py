import sqlite3
from contextlib import closing

with closing(sqlite3.connect("bank.db")) as con:
    print(dict(con.execute("SELECT name, n FROM accounts")))
