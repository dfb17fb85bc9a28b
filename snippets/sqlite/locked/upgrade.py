import sqlite3
import time
from contextlib import closing

from database import connect, transaction

TAKE_ONE = "UPDATE stock SET n = n - 1"

with closing(connect("stock.db")) as con, transaction(con):
    con.execute("CREATE TABLE IF NOT EXISTS stock (n INTEGER)")
    con.execute("DELETE FROM stock")
    con.execute("INSERT INTO stock VALUES (10)")

with closing(connect("stock.db")) as me:
    me.execute("BEGIN")
    (n,) = me.execute("SELECT n FROM stock").fetchone()

    with closing(connect("stock.db")) as other:
        other.execute(TAKE_ONE)

    failures = []
    began = time.monotonic()
    for _ in range(100):
        try:
            me.execute(TAKE_ONE)
        except sqlite3.OperationalError as error:
            failures.append(f"{error} ({error.sqlite_errorname})")
    seconds = time.monotonic() - began
    print(f"{len(failures)} failures in {seconds:.0f} seconds:")
    print(failures[-1])
    me.execute("ROLLBACK")

    with transaction(me):
        me.execute(TAKE_ONE)
    (n,) = me.execute("SELECT n FROM stock").fetchone()
    print("after a new transaction:", n)
