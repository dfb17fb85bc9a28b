import sqlite3
import sys
from contextlib import closing


def check(path):
    with closing(sqlite3.connect(path)) as con:
        (health,) = con.execute("PRAGMA integrity_check").fetchone()
        (count,) = con.execute("SELECT count(*) FROM orders").fetchone()
    print(path, health, count, "orders")


if __name__ == "__main__":
    check(*sys.argv[1:] or ["shop.db"])
