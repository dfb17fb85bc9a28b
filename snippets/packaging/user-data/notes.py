import os
import sqlite3
from pathlib import Path

from platformdirs import user_data_path


def data_folder():
    chosen = os.environ.get("NOTES_DATA")
    if chosen:
        return Path(chosen)
    return user_data_path("notes", appauthor=False)


def open_notes():
    folder = data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    con = sqlite3.connect(folder / "notes.db")
    con.execute("CREATE TABLE IF NOT EXISTS notes (text UNIQUE)")
    return con
