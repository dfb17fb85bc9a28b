import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from database import connect

Path("shared.db").unlink(missing_ok=True)


def journal_mode():
    with closing(connect("shared.db")) as con:
        return con.execute("PRAGMA journal_mode").fetchone()[0]


other = sqlite3.connect("shared.db", isolation_level=None)
with closing(other) as writer, ThreadPoolExecutor() as pool:
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE squares (square INTEGER)")
    answer = pool.submit(journal_mode)
    squares = ((number * number,) for number in range(200_000))
    writer.executemany("INSERT INTO squares VALUES (?)", squares)
    print("opened while the other wrote:", answer.done())
    writer.execute("COMMIT")
    print("journal_mode", answer.result())
