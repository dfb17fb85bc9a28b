import sqlite3
from contextlib import closing


def tell(rows, every):
    for number, row in enumerate(rows, 1):
        yield row
        if number % every == 0:
            print(f"{number:,} rows", flush=True)


hours = ((hour,) for hour in range(100_000))
with closing(sqlite3.connect("progress.db")) as con, con:
    con.execute("CREATE TABLE IF NOT EXISTS readings (hour INTEGER)")
    con.execute("DELETE FROM readings")
    insert = "INSERT INTO readings VALUES (?)"
    con.executemany(insert, tell(hours, every=25_000))

with closing(sqlite3.connect("progress.db")) as con:
    print("stored:", *con.execute("SELECT count(*) FROM readings"))
