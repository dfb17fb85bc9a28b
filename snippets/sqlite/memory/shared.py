import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

WORDS = "file:/words?vfs=memdb"


def connect():
    return sqlite3.connect(WORDS, uri=True, isolation_level=None)


def add(word):
    with closing(connect()) as con:
        con.execute("INSERT INTO words VALUES (?)", (word,))


with closing(connect()) as keeper, ThreadPoolExecutor(4) as pool:
    keeper.execute("CREATE TABLE words (word TEXT)")
    list(pool.map(add, ["tea", "cake", "jam", "milk"]))
    print(keeper.execute("SELECT * FROM words ORDER BY 1").fetchall())

with closing(connect()) as con:
    try:
        con.execute("SELECT * FROM words")
    except sqlite3.OperationalError as error:
        print("after the last connection was closed:", error)
