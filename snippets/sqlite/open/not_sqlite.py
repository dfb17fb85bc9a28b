import sqlite3
from pathlib import Path

from database import connect

note = Path("note.db")
note.write_text("This is a letter, not a database.\n", encoding="utf-8")

sqlite3.connect(note).close()
print("sqlite3.connect saw nothing")
try:
    connect(note)
except sqlite3.DatabaseError as error:
    print("connect refused:", error)
