import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

shutil.rmtree("notes", ignore_errors=True)
Path("a-folder").mkdir(exist_ok=True)

for path in "notes/2026/data.db", "~/data.db", "a-folder":
    try:
        sqlite3.connect(path)
    except sqlite3.OperationalError as error:
        print(path, "-", error)

path = Path("notes/2026/data.db")
path.parent.mkdir(parents=True, exist_ok=True)
with closing(sqlite3.connect(path)) as con:
    print(path.as_posix(), "- opened")
