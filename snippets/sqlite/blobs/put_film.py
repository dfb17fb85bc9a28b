import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

from store import TABLE, put

MB = 1_000_000

with Path("film.mp4").open("wb") as file:
    for n in range(1000):
        file.write(f"{n:10}".encode() * 1000)

with closing(sqlite3.connect("files.db")) as con:
    con.execute(TABLE)
    put(con, "film.mp4")
    tracemalloc.start()
    put(con, "film.mp4")  # in place of the first
    print("in pieces:", tracemalloc.get_traced_memory()[1] // MB, "MB")
    Path("film.mp4").read_bytes()
    print("at once:", tracemalloc.get_traced_memory()[1] // MB, "MB")
