import os
import signal
import sqlite3
import sys
from pathlib import Path

journal_mode = sys.argv[1] if len(sys.argv) > 1 else "wal"
path = Path(f"accounts-{journal_mode}.db")
path.unlink(missing_ok=True)

con = sqlite3.connect(path)
con.execute("CREATE TABLE accounts (balance INTEGER, note TEXT)")
rows = [(100, "x" * 500)] * 1000
con.executemany("INSERT INTO accounts VALUES (?, ?)", rows)
con.commit()

con.execute(f"PRAGMA journal_mode = {journal_mode}")
con.execute("PRAGMA cache_size = 10")  # pages: the update is larger
con.execute("UPDATE accounts SET balance = 90")
if len(sys.argv) > 1:
    os.kill(os.getpid(), signal.SIGKILL)
con.close()
