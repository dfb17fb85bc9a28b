import sqlite3
from contextlib import closing

READ = "SELECT name FROM old"
WRITE = "INSERT INTO new VALUES (?)"

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE old (name TEXT)")
    con.execute("CREATE TABLE new (name TEXT)")
    con.execute("INSERT INTO old VALUES ('Alice'), ('Bob')")

    cur = con.cursor()
    try:
        cur.executemany(WRITE, cur.execute(READ))
    except sqlite3.ProgrammingError as error:
        print(f"{type(error).__name__}: {error}")

    con.executemany(WRITE, con.execute(READ))
    print(con.execute("SELECT name FROM new").fetchall())
