import sqlite3
from contextlib import closing

ADD = "INSERT INTO orders (item) VALUES ('late')"

left = []


def report(status, remaining, total):
    left.append(remaining)
    if len(left) < 5:
        with writer:
            writer.execute(ADD)


with (
    closing(sqlite3.connect("shop.db")) as live,
    closing(sqlite3.connect("shop.db")) as writer,
    closing(sqlite3.connect(":memory:")) as copy,
):
    live.backup(copy, pages=2, progress=report)
    print("pages left:", *left)
