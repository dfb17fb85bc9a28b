import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

JOURNAL_MODES = ["delete", "truncate", "persist"]
JOURNAL_MODES += ["wal", "memory", "off"]
SYNCHRONOUS = ["off", "normal", "full", "extra"]


def left_in(path):
    with closing(sqlite3.connect(path)) as con:
        rows = con.execute("SELECT text FROM notes").fetchall()
        (health,) = con.execute("PRAGMA integrity_check").fetchone()
    kept = rows == [("buy milk",)] and health == "ok"
    return "kept" if kept else f"{rows} {health}"


def row(name, cells):
    return f"{name:11}" + "".join(f"{cell:>8}" for cell in cells)


print(row("synchronous", SYNCHRONOUS))
for journal_mode in JOURNAL_MODES:
    results = []
    for synchronous in SYNCHRONOUS:
        mode = [journal_mode, synchronous]
        child = subprocess.run([sys.executable, "commit.py", *mode])
        assert child.returncode == -signal.SIGKILL
        results.append(left_in("-".join(mode) + ".db"))
    print(row(journal_mode, results))
