import sqlite3
from contextlib import closing
from pathlib import Path

files = {path.as_posix() for path in Path("album").glob("*.jpg")}
with closing(sqlite3.connect("album/album.db")) as con:
    rows = {path for (path,) in con.execute("SELECT path FROM photos")}
    blobs = con.execute("SELECT name FROM blobs").fetchall()

print("rows without a file:", rows - files)
print("files without a row:", files - rows)
print("half a blob:", blobs)
