import os
import signal
from contextlib import closing
from pathlib import Path

from bank import connect, transaction

DATABASE = Path("bank.db")
before = DATABASE.stat().st_size

with closing(connect()) as con, transaction(con):
    con.execute("PRAGMA cache_size = 5")  # pages in memory
    cents = [(-1,)] * 10_000
    con.executemany("INSERT INTO moves VALUES ('Alice', ?)", cents)
    grown = DATABASE.stat().st_size > before
    print("rows in the file before the commit:", grown, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
    con.execute("INSERT INTO moves VALUES ('Bob', 10000)")
