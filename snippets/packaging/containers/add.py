import os
import sqlite3
from pathlib import Path

Path("app").mkdir(exist_ok=True)
con = sqlite3.connect("app/notes.db")
con.execute("PRAGMA journal_mode = WAL")
with con:
    con.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
    con.execute("INSERT INTO notes VALUES ('committed')")
os._exit(0)
