import sqlite3
import tracemalloc
from contextlib import closing


def readings():
    for hour in range(20_000):
        yield (hour,)


with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE readings (hour)")
    for kind in list, iter:
        tracemalloc.start()
        rows = kind(readings())
        con.executemany("INSERT INTO readings VALUES (?)", rows)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(kind.__name__, "needs a megabyte:", peak > 1_000_000)
    print(con.total_changes, "rows inserted")
