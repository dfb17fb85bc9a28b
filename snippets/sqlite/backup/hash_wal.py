import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ANOTHER = [sys.executable, "check.py", "wal.db"]

with closing(sqlite3.connect("wal.db")) as con:
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("CREATE TABLE IF NOT EXISTS orders (item TEXT)")
    with con:
        con.execute("DELETE FROM orders")
        con.execute("INSERT INTO orders VALUES ('tea')")

    hashlib.sha256(Path("wal.db").read_bytes())
    subprocess.run(ANOTHER)

    with con:
        con.execute("INSERT INTO orders VALUES ('cake')")
    (count,) = con.execute("SELECT count(*) FROM orders").fetchone()
    print("cake: a transaction is open:", con.in_transaction)
    print("cake:", count, "orders seen from here", flush=True)
    subprocess.run(ANOTHER)
    os._exit(1)  # ends like a crash
