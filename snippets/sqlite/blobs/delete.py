import sqlite3
from contextlib import closing
from pathlib import Path


def size():
    return f"{Path('files.db').stat().st_size // 1_000_000} MB"


with closing(sqlite3.connect("files.db")) as con:
    print("at first:", size())
    with con:
        con.execute("DELETE FROM files")
    print("after DELETE:", size())
    con.execute("VACUUM")
    print("after VACUUM:", size())
