import sqlite3
from contextlib import closing
from pathlib import Path


def megabytes(name):
    return round(Path(name).stat().st_size / 1_000_000)


with closing(sqlite3.connect("large.db")) as con:
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("DROP TABLE IF EXISTS photos")
    con.execute("CREATE TABLE photos (data BLOB)")
    with con:
        for _ in range(100):
            con.execute("INSERT INTO photos VALUES (zeroblob(100000))")

    con.execute("PRAGMA wal_checkpoint")
    print("large.db     ", megabytes("large.db"), "MB")
    print("large.db-wal ", megabytes("large.db-wal"), "MB")
    con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print("after TRUNCATE", megabytes("large.db-wal"), "MB")
