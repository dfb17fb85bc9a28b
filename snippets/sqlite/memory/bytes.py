import sqlite3
from contextlib import closing
from pathlib import Path

with closing(sqlite3.connect(":memory:")) as con:
    with con:
        con.execute("CREATE TABLE words (word TEXT)")
        con.execute("INSERT INTO words VALUES ('tea')")
    Path("sent.db").write_bytes(con.serialize())
