import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

shutil.rmtree("commits", ignore_errors=True)
for journal in ("delete", "truncate", "persist", "wal"):
    for level in ("OFF", "NORMAL", "FULL", "EXTRA"):
        folder = Path("commits", journal, level)
        folder.mkdir(parents=True)
        with closing(
            sqlite3.connect(folder / "data.db", isolation_level=None)
        ) as con:
            con.execute("PRAGMA synchronous = OFF")
            con.execute(f"PRAGMA journal_mode = {journal}")
            con.execute("CREATE TABLE log (line TEXT)")

            con.execute(f"PRAGMA synchronous = {level}")
            for n in range(10):
                con.execute("INSERT INTO log VALUES (?)", (n,))

            con.execute("PRAGMA synchronous = OFF")  # not the close
