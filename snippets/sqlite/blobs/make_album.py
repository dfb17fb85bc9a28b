import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

shutil.rmtree("album", ignore_errors=True)
Path("album").mkdir()
with closing(sqlite3.connect("album/album.db")) as con:
    con.executescript("""
        CREATE TABLE photos (path TEXT NOT NULL UNIQUE);
        CREATE TABLE blobs (name TEXT PRIMARY KEY, data BLOB);
    """)
