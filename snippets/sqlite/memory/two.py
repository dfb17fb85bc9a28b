import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect(":memory:")) as first,
    closing(sqlite3.connect(":memory:")) as second,
):
    with first:
        first.execute("CREATE TABLE words (word TEXT)")
    print("first:", first.execute("SELECT * FROM words").fetchall())
    second.execute("SELECT word FROM words")
