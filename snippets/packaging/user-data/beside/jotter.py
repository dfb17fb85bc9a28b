import sqlite3
import sys
from contextlib import closing
from pathlib import Path


def main():
    file = Path(__file__).with_name("jotter.db")
    with closing(sqlite3.connect(file)) as con, con:
        con.execute("CREATE TABLE IF NOT EXISTS notes (text)")
        for text in sys.argv[1:]:
            con.execute("INSERT INTO notes VALUES (?)", (text,))
        (count,) = con.execute("SELECT count(*) FROM notes").fetchone()
    print("notes in", file.parent.name + ":", count)
