import sqlite3
from contextlib import closing
from pathlib import Path

from books import add
from litestream import lose, replicating, sync

lose("copy")
with replicating():
    add("Dune")
    sync()

with closing(sqlite3.connect("books.db")) as con:
    rows = con.execute("SELECT name FROM sqlite_schema")
    print("tables:", *(name for (name,) in rows))
    print("mode:", *con.execute("PRAGMA journal_mode").fetchone())
for folder in ".books.db-litestream", "copy":
    for path in Path(folder).rglob("*.ltx"):
        print(path.parent.as_posix())
