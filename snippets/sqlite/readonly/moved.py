import sqlite3
from contextlib import closing
from pathlib import Path

ADD = "INSERT INTO notes VALUES ('new')"
path = Path("moved.db")
with closing(sqlite3.connect(path)) as con:
    con.execute("CREATE TABLE notes (text TEXT)")
    path.replace("elsewhere.db")
    try:
        con.execute(ADD)
    except sqlite3.OperationalError as error:
        print(f"{error} ({error.sqlite_errorname})")

with closing(sqlite3.connect("elsewhere.db")) as con, con:
    con.execute(ADD)

with closing(sqlite3.connect("elsewhere.db")) as con:
    print(con.execute("SELECT text FROM notes").fetchall())
