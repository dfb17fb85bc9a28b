import sqlite3
from contextlib import closing
from pathlib import Path

with closing(sqlite3.connect("nothing.db")) as con, con:
    con.execute("PRAGMA key = 'correct horse battery staple'")
    con.execute("CREATE TABLE IF NOT EXISTS patients (name, illness)")
    con.execute("INSERT INTO patients VALUES ('Ada Byron', 'measles')")

print("Ada is to be read:", b"Ada" in Path("nothing.db").read_bytes())
