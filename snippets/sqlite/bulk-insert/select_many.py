import sqlite3
from contextlib import closing

SQUARE = "SELECT ? * ?"
PAIRS = [(2, 2), (3, 3)]

with closing(sqlite3.connect(":memory:")) as con:
    try:
        con.executemany(SQUARE, PAIRS)
    except sqlite3.ProgrammingError as error:
        print(error)
    print([con.execute(SQUARE, pair).fetchone()[0] for pair in PAIRS])
