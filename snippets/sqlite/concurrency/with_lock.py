import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Lock

lock = Lock()


def transfer(con):
    for _ in range(100):
        with lock, con:
            (alice,) = con.execute("SELECT alice FROM bank").fetchone()
            con.execute("UPDATE bank SET alice = ?", (alice - 1,))
            con.execute("UPDATE bank SET bob = bob + 1")


with closing(
    sqlite3.connect(":memory:", check_same_thread=False)
) as con:
    con.execute("CREATE TABLE bank (alice INTEGER, bob INTEGER)")
    con.execute("INSERT INTO bank VALUES (1000, 0)")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(transfer, [con] * 8))
    print("committed:", not con.in_transaction)
    print("alice, bob:", *con.execute("SELECT * FROM bank").fetchone())
