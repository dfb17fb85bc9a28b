import secrets
from contextlib import closing
from pathlib import Path

from vault import connect, read_key, sqlite3

for name in "backup.db", "other.db":
    Path(name).unlink(missing_ok=True)
old = read_key()

with (
    closing(connect("clinic.db", old)) as con,
    closing(sqlite3.connect("other.db")) as other,
):
    try:
        con.backup(other)
    except sqlite3.OperationalError as error:
        print("backup:", error)
    con.execute("VACUUM INTO 'backup.db'")

new = secrets.token_hex(32)
with closing(connect("backup.db", old)) as con:
    con.execute(f"PRAGMA rekey = \"x'{new}'\"")
with closing(connect("backup.db", new)) as con:
    rows = con.execute("SELECT * FROM patients ORDER BY illness")
    print("new key:", rows.fetchall())
try:
    connect("backup.db", old)
except sqlite3.DatabaseError as error:
    print("old key:", error)
