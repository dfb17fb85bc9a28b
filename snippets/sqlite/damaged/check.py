import sqlite3
import sys
from contextlib import closing

COUNT = "SELECT count(*) FROM orders NOT INDEXED"


def check(path):
    with closing(sqlite3.connect(path)) as con:
        try:
            answers = con.execute("PRAGMA integrity_check").fetchall()
            (count,) = con.execute(COUNT).fetchone()
            print(path, *answers[0], f"({count} orders)")
        except sqlite3.DatabaseError as error:
            print(path, error)


if __name__ == "__main__":
    for path in sys.argv[1:]:
        check(path)
