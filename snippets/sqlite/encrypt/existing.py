from contextlib import closing
from pathlib import Path

from vault import connect, read_key, sqlite3

key = read_key()
Path("copy.db").unlink(missing_ok=True)
with closing(sqlite3.connect("plain.db")) as con:
    con.execute("PRAGMA cipher_log_level = NONE")
    try:
        con.execute(f"PRAGMA rekey = \"x'{key}'\"")
    except sqlite3.OperationalError as error:
        print(str(error).partition(".")[0])

    con.execute(f"ATTACH 'copy.db' AS copy KEY \"x'{key}'\"")
    con.execute("SELECT sqlcipher_export('copy')")

with closing(connect("copy.db", key)) as con:
    print(con.execute("SELECT * FROM patients").fetchall())
print("Ada is to be read:", b"Ada" in Path("copy.db").read_bytes())
