import sqlite3
from contextlib import closing
from pathlib import Path

data = Path("sent.db").read_bytes()  # or from a download, an archive
with closing(sqlite3.connect(":memory:")) as con:
    con.deserialize(data)
    print(con.execute("SELECT word FROM words").fetchall())
