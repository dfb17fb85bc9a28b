import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

from waits import counted, writing

ADD = "INSERT INTO visits VALUES (?)"
is_refused = Event()


def connect():
    return closing(sqlite3.connect("visits.db", isolation_level=None))


def add(name):
    with connect() as con:
        con.set_trace_callback(
            lambda sql: "5000" in sql and is_refused.set()
        )
        with writing(con):
            con.execute(ADD, (name,))


with connect() as con:
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("DROP TABLE IF EXISTS visits")
    con.execute("CREATE TABLE visits (name TEXT)")
    with ThreadPoolExecutor(1) as pool:
        with writing(con):
            con.execute(ADD, ("Ada",))
            second = pool.submit(add, "Bob")
            is_refused.wait()  # it asked while this one writes
        second.result()
    print("waited", counted["waited"], "of", counted["transactions"])
    names = [name for (name,) in con.execute("SELECT * FROM visits")]
    print(*names)
