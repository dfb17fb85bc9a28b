import sqlite3
from contextlib import closing

import trial


def prepare():
    for path in ("stall.db", "copy.db"):
        with closing(sqlite3.connect(path)) as con, con:
            con.execute("CREATE TABLE sales (what TEXT)")
            con.execute("INSERT INTO sales VALUES ('tea')")


def count(path):
    with closing(sqlite3.connect(path)) as con:
        return con.execute("SELECT count(*) FROM sales").fetchone()[0]


def read():
    sold = max(count("stall.db"), 2)  # the tea and a cake
    return f"sales missing in the copy: {sold - count('copy.db')}"


trial.judge(
    prepare,
    read,
    new="sales missing in the copy: 0",
    old="sales missing in the copy: 1",
)
