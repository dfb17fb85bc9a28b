import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE notes (data BLOB, seen INTEGER)")
    con.execute("INSERT INTO notes VALUES (?, 0)", (b"buy tea",))
    with con.blobopen("notes", "data", 1) as blob:
        print(blob.read(3))
        con.execute("UPDATE notes SET seen = seen + 1")
        try:
            blob.read(4)
        except sqlite3.OperationalError as error:
            print(error, f"({error.sqlite_errorname})")

    with con.blobopen("notes", "data", 1) as blob:
        blob.seek(3)
        print(blob.read())
