"""Read while another process commits, again and again."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from statistics import median

VARIANTS = ["delete", "wal"]
SIZES = [20]  # commits of the writer while reads are timed


def connect():
    return closing(
        sqlite3.connect("data.db", timeout=60, isolation_level=None)
    )


def sample(timed, variant, size):
    with connect() as con:
        con.execute(f"PRAGMA journal_mode = {variant}")
        con.execute("CREATE TABLE counts (a, b)")
        con.execute("INSERT INTO counts VALUES (0, 0)")
        command = [sys.executable, __file__]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as writer:
            taken, first, now = [], None, 0
            while first is None or now < first + size:
                began = time.perf_counter()
                a, b = con.execute("SELECT a, b FROM counts").fetchone()
                if a:  # the writer has begun
                    taken.append(time.perf_counter() - began)
                    first = a if first is None else first
                assert a == b and a >= now, (a, b)
                now = a
            writer.stdin.close()  # which ends it
        assert writer.returncode == 0
    timed.seconds = {"median": median(taken), "slowest": max(taken)}


def write():
    import select

    with connect() as con:
        while not select.select([sys.stdin], [], [], 0)[0]:
            con.execute("BEGIN IMMEDIATE")
            con.execute("UPDATE counts SET a = a + 1")
            con.execute("UPDATE counts SET b = b + 1")
            con.execute("COMMIT")


if __name__ == "__main__":
    write()
