import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from store import pieces

digest = hashlib.sha256()
with closing(sqlite3.connect("files.db")) as con:
    for piece in pieces(con, "film.mp4"):
        digest.update(piece)

with Path("film.mp4").open("rb") as file:
    original = hashlib.file_digest(file, "sha256")
print("the same:", digest.digest() == original.digest())
