import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE notes (data BLOB)")
    con.execute("INSERT INTO notes VALUES (zeroblob(5))")
    with con.blobopen("notes", "data", 1) as blob:
        blob.write(b"buy t")
        try:
            blob.write(b"ea")
        except ValueError as error:
            print(error)

    con.execute(
        "UPDATE notes SET data = CAST(data || ? AS BLOB)", (b"ea",)
    )
    print(*con.execute("SELECT data FROM notes").fetchone())
