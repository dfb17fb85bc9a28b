import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect(":memory:")) as con,
    closing(sqlite3.connect(":memory:")) as other,
    closing(sqlite3.connect("kept.db")) as kept,
):
    con.execute("CREATE TABLE notes (text)")
    con.execute("INSERT INTO notes VALUES ('buy milk')")
    con.commit()
    con.backup(kept)
    print(kept.execute("SELECT text FROM notes").fetchall())
    print(other.execute("SELECT text FROM notes").fetchall())
