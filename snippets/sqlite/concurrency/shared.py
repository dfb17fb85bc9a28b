import sqlite3
from contextlib import closing
from threading import Event, Thread

half_done = Event()
logged = Event()


def transfer(con):
    con.execute("UPDATE bank SET alice = alice - 10")
    half_done.set()
    logged.wait()
    con.execute("UPDATE bank SET bob = bob + 10")
    con.rollback()  # Bob's bank refuses: undo both


def log(con):
    half_done.wait()
    con.execute("INSERT INTO log VALUES ('Carol logged in')")
    con.commit()
    logged.set()


with closing(
    sqlite3.connect(":memory:", check_same_thread=False)
) as con:
    con.execute("CREATE TABLE bank (alice INTEGER, bob INTEGER)")
    con.execute("CREATE TABLE log (line TEXT)")
    con.execute("INSERT INTO bank VALUES (100, 0)")
    con.commit()

    threads = [Thread(target=f, args=(con,)) for f in (transfer, log)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("alice, bob:", *con.execute("SELECT * FROM bank").fetchone())
    print("log:", *con.execute("SELECT line FROM log").fetchone())
