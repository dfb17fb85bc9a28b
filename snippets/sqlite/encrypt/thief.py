import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

import sqlcipher3
from vault import connect, read_key

ADD = "INSERT INTO patients VALUES ('Ada Byron', 'flu')"

Path("plain.db").unlink(missing_ok=True)
with closing(sqlite3.connect("plain.db")) as con, con:
    con.execute("CREATE TABLE patients (name, illness)")
    con.execute(ADD)

with closing(connect("clinic.db", read_key())) as con:
    con.execute("PRAGMA journal_mode = WAL")
    con.execute(ADD)
    con.commit()
    for name in "plain.db", "clinic.db", "clinic.db-wal":
        print(name, b"Ada" in Path(name).read_bytes())

with closing(sqlite3.connect("clinic.db")) as con:
    try:
        con.execute("SELECT * FROM patients")
    except sqlite3.DatabaseError as error:
        print("without a key:", error)
try:
    connect("clinic.db", secrets.token_hex(32))
except sqlcipher3.DatabaseError as error:
    print("wrong key:", error)
    print("caught as sqlite3.Error:", isinstance(error, sqlite3.Error))
