"""Save bytes so that they are on the disk, and read them back."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

VARIANTS = ["file", "blob, delete", "blob, wal"]
SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]


def sample(timed, variant, size):
    data = random.Random(size).randbytes(size)
    if variant == "file":
        with timed("write"):
            save(data)
        with timed("read"):
            found = Path("picture").read_bytes()
    else:
        journal = variant.split()[1]
        with closing(sqlite3.connect("pictures.db")) as con, con:
            con.execute(f"PRAGMA journal_mode = {journal}")
            con.execute("CREATE TABLE pictures (data BLOB)")
            con.commit()
            with timed("write"):
                con.execute("INSERT INTO pictures VALUES (?)", (data,))
                con.commit()
        with closing(sqlite3.connect("pictures.db")) as con:
            query = "SELECT data FROM pictures"
            with timed("read"):
                (found,) = con.execute(query).fetchone()
    assert found == data


def save(data):
    new = Path("picture.new")
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace("picture")
    folder = os.open(".", os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
