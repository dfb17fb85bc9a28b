import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

JOURNAL_MODES = ["delete", "truncate", "persist"]
JOURNAL_MODES += ["wal", "memory", "off"]
CHANGED = "SELECT count(*) FROM accounts WHERE balance = 90"


def changed_rows(path):
    with closing(sqlite3.connect(path)) as con:
        (count,) = con.execute(CHANGED).fetchone()
    return count


for journal_mode in JOURNAL_MODES:
    command = [sys.executable, "update.py", journal_mode]
    child = subprocess.run(command)
    assert child.returncode == -signal.SIGKILL
    count = changed_rows(f"accounts-{journal_mode}.db")
    left = "no row" if count == 0 else "some rows"
    assert count < 1000
    print(f"{journal_mode:8}  {left} of the unfinished update")
