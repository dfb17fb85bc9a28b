import sqlite3

from platformdirs import user_data_path

folder = user_data_path("never-used-before", appauthor=False)
print("exists:", folder.exists())
sqlite3.connect(folder / "notes.db")
