import shutil
import sqlite3
from contextlib import closing
from pathlib import Path


def show(path):
    with closing(sqlite3.connect(path)) as con:
        (health,) = con.execute("PRAGMA integrity_check").fetchone()
        notes = con.execute("SELECT text FROM notes").fetchall()
    print(path, health, [text for (text,) in notes])


print(*sorted(path.name for path in Path().glob("data.db*")))
shutil.copy("data.db", "alone.db")
show("alone.db")
show("data.db")
