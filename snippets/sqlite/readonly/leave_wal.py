import sqlite3
from contextlib import closing
from pathlib import Path

from ordinary import give_up_root

give_up_root()
path = Path("wal/data.db")
path.parent.chmod(0o755)
with closing(sqlite3.connect(path)) as con:
    con.execute("PRAGMA journal_mode = DELETE")

path.parent.chmod(0o555)
with closing(sqlite3.connect(path)) as con:
    print(con.execute("SELECT text FROM notes").fetchall())
