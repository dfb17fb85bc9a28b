import sqlite3
from contextlib import closing
from pathlib import Path

Path("data.db").replace("tried.db")

with closing(sqlite3.connect("tried.db")) as con:
    print(con.execute("SELECT name, age FROM users").fetchall())
