import sqlite3
from contextlib import closing
from pathlib import Path

FIND = "SELECT data FROM pictures WHERE name = ?"

with closing(sqlite3.connect("pictures.db")) as con:
    (data,) = con.execute(FIND, ("dot",)).fetchone()

print(type(data).__name__, len(data), data[:6])
print("as in the file:", data == Path("dot.gif").read_bytes())
