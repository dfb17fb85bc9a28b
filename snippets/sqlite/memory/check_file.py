import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import words


def check(add):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "test.db")
        with closing(sqlite3.connect(path)) as con:
            con.execute("CREATE TABLE words (word TEXT)")
            add(con, "tea")

        with closing(sqlite3.connect(path)) as con:
            found = con.execute("SELECT word FROM words").fetchall()
    assert found == [("tea",)], found
    print("passed")


if __name__ == "__main__":
    check(words.add)
