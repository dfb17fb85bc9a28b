import sqlite3
from contextlib import closing

LIMIT = 1_000_000  # bytes; 1,000 times as much where nobody sets it
ADD = "INSERT INTO pieces VALUES ('film', ?, ?)"
film = b"".join(b"%6d" % n for n in range(500_000))

with closing(sqlite3.connect(":memory:")) as con:
    con.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LIMIT)
    con.execute("CREATE TABLE pieces (name, number INTEGER, data BLOB)")
    try:
        con.execute(ADD, (1, film))
    except sqlite3.DataError as error:
        print(error)

    step = LIMIT // 2
    for start in reversed(range(0, len(film), step)):
        con.execute(ADD, (start, film[start : start + step]))
    rows = con.execute("SELECT data FROM pieces ORDER BY number")
    print("the same:", b"".join(data for (data,) in rows) == film)
