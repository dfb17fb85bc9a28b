import sqlite3
from contextlib import closing


def readings():
    """Yield the rows one by one, as from a file or a download."""
    for hour in range(100_000):
        yield hour, 15 + hour % 24 / 2


with closing(sqlite3.connect("weather.db")) as con, con:
    con.execute("""
        CREATE TABLE IF NOT EXISTS readings (hour INTEGER, celsius REAL)
    """)
    con.execute("DELETE FROM readings")  # of an earlier run
    con.executemany("INSERT INTO readings VALUES (?, ?)", readings())
