import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

TABLE = "CREATE TABLE users (email TEXT)"
INDEX = "CREATE INDEX users_email ON users (email)"
ROWS = [(random.Random(n).randbytes(10).hex(),) for n in range(20_000)]

shutil.rmtree("index", ignore_errors=True)
for order in "before", "after":
    folder = Path("index", order)
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "data.db")) as con, con:
        con.execute("PRAGMA cache_size = 50")  # pages; a small memory
        con.execute(TABLE)
        if order == "before":
            con.execute(INDEX)
        con.executemany("INSERT INTO users VALUES (?)", ROWS)
        if order == "after":
            con.execute(INDEX)
