import sqlite3
from contextlib import closing
from pathlib import Path

NOTES = [("buy tea",), ("call Ada",), ("water the plants",)]


def count(con):
    return con.execute("SELECT count(*) FROM notes").fetchone()[0]


for name in ("notes.db", "before.db"):
    Path(name).unlink(missing_ok=True)

with closing(sqlite3.connect("notes.db")) as con:
    con.execute("CREATE TABLE notes (text TEXT)")
    with con:
        con.executemany("INSERT INTO notes VALUES (?)", NOTES)
    con.execute("VACUUM INTO 'before.db'")

    deleted = con.execute("DELETE FROM notes").rowcount
    print("deleted:", deleted, "left:", count(con))
    con.rollback()
    print("rolled back:", count(con))

    con.execute("DELETE FROM notes")
    con.commit()
    con.rollback()
    print("committed, then rolled back:", count(con))
