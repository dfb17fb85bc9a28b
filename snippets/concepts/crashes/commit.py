import os
import signal
import sqlite3
import sys

journal_mode, synchronous = sys.argv[1:] or ("wal", "full")

con = sqlite3.connect(f"{journal_mode}-{synchronous}.db")
now = con.execute(f"PRAGMA journal_mode = {journal_mode}").fetchone()
assert now == (journal_mode,)
con.execute(f"PRAGMA synchronous = {synchronous}")
con.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
con.execute("DELETE FROM notes")
# --8<-- [start:commit]
con.execute("INSERT INTO notes VALUES ('buy milk')")
con.commit()
con.execute("INSERT INTO notes VALUES ('not committed')")
assert con.in_transaction
if len(sys.argv) > 1:
    os.kill(os.getpid(), signal.SIGKILL)
# --8<-- [end:commit]
con.close()
