import resource
import sqlite3
from contextlib import closing

SORT = "SELECT line FROM lines ORDER BY substr(line, 4)"

_, hard_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard_limit))

with closing(sqlite3.connect("big.db")) as con:
    con.execute("PRAGMA cache_size = 10")
    try:
        con.execute(SORT).fetchall()
    except sqlite3.OperationalError as error:
        print(f"{error} ({error.sqlite_errorname})")

    con.execute("PRAGMA temp_store = MEMORY")
    print("sorted:", len(con.execute(SORT).fetchall()), "lines")
