import resource
import sqlite3
from contextlib import closing
from pathlib import Path

ADD = "INSERT INTO lines VALUES (?)"
LINES = [(f"{number:06}".ljust(100, "."),) for number in range(5000)]

Path("big.db").unlink(missing_ok=True)
with closing(sqlite3.connect("big.db")) as con:
    with con:
        con.execute("CREATE TABLE lines (line TEXT)")
        con.executemany(ADD, LINES)

    # From now on, this process can write no file beyond 100 kB.
    _, hard_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard_limit))
    try:
        con.executemany(ADD, LINES)
        con.commit()
    except sqlite3.OperationalError as error:
        print(f"{error} ({error.sqlite_errorname})")
