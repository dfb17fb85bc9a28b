from contextlib import closing

from notes import connect
from store import read


def check():
    with closing(connect("notes.db")) as con:
        (health,) = con.execute("PRAGMA integrity_check").fetchone()
        return read(con)["shopping"] if health == "ok" else health
