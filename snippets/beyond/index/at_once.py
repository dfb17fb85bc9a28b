import sqlite3
from contextlib import ExitStack, closing

ADD = "INSERT INTO visits VALUES (?)"


def connect():
    return closing(sqlite3.connect("visits.db", timeout=0))


print("writers  rows  refused")
for writers in 1, 2, 4, 8, 16, 32:
    refused = 0
    with ExitStack() as stack:
        left = [stack.enter_context(connect()) for _ in range(writers)]
        with left[0] as con:
            con.execute("DELETE FROM visits")
        while left:  # all that are left ask; one of them can write
            first, *others = left
            first.execute("BEGIN IMMEDIATE")
            for con in others:
                try:
                    con.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError:
                    refused += 1
            first.execute(ADD, ("Ada",))
            first.commit()
            left = others
    with connect() as con:
        rows = con.execute("SELECT count(*) FROM visits").fetchone()[0]
    print(f"{writers:7}{rows:6}{refused:9}")
