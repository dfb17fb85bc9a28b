import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

from waits import counted, writing

ADD = "INSERT INTO visits VALUES (?)"
COUNT = "SELECT count(*) FROM visits"
is_refused = Event()


def connect():
    return closing(
        sqlite3.connect("visits.db", timeout=60, isolation_level=None)
    )


def add(name):
    with connect() as con:
        con.set_trace_callback(
            lambda sql: "60000" in sql and is_refused.set()
        )
        with writing(con):
            before = con.execute(COUNT).fetchone()[0]
            con.execute(ADD, (f"{name} after {before}",))
            assert con.in_transaction


with connect() as con:
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
    print(*names, sep=", ")
