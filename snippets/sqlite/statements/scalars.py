import sqlite3
from array import array
from contextlib import closing

number = memoryview(array("q", [7]))  # numpy.int64(7) is stored alike

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE scores (score INTEGER)")
    con.execute("CREATE TABLE strict (score INTEGER) STRICT")
    con.execute("INSERT INTO scores VALUES (?)", (number,))
    (stored,) = con.execute("SELECT score FROM scores").fetchone()
    print(stored)
    print(int.from_bytes(stored, "little", signed=True))

    try:
        con.execute("INSERT INTO strict VALUES (?)", (number,))
    except sqlite3.IntegrityError as error:
        print(error)
    con.execute("INSERT INTO strict VALUES (?)", (number[0],))
    print(con.execute("SELECT score FROM strict").fetchone())
