import sqlite3
from contextlib import closing

from words import add

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE words (word TEXT)")
    add(con, "tea")
    found = con.execute("SELECT word FROM words").fetchall()
    assert found == [("tea",)], found
print("passed")
