import sqlite3
from contextlib import closing

from notes import connect
from search import search

MATCH = "SELECT rowid FROM notes_index WHERE notes_index MATCH ?"

with closing(connect("notes.db")) as con:
    for text in "multi-agent", "see:ada", "text:ada":
        try:
            answer = con.execute(MATCH, (text,)).fetchall()
        except sqlite3.OperationalError as error:
            answer = error
        print(f"{text:12} {answer}")
        print(" " * 6, "quoted", [row for row, _ in search(con, text)])
