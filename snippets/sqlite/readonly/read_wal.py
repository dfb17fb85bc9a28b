import sqlite3
from contextlib import closing
from pathlib import Path

from ordinary import give_up_root

give_up_root()
path = Path("wal/data.db")
for options in "mode=ro", "mode=ro&immutable=1":
    address = f"{path.absolute().as_uri()}?{options}"
    with closing(sqlite3.connect(address, uri=True)) as con:
        try:
            print(con.execute("SELECT text FROM notes").fetchall())
        except sqlite3.OperationalError as error:
            print(f"{error} ({error.sqlite_errorname})")
