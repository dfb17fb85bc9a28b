import sqlite3
from contextlib import closing
from multiprocessing import Event, Process

from backup import back_up


def connect(path):
    con = sqlite3.connect(path, isolation_level=None)
    con.execute("PRAGMA journal_mode = WAL")
    return con


def transfer_until(stop):
    with closing(connect("bank.db")) as con:
        while not stop.is_set():
            con.execute("BEGIN IMMEDIATE")
            con.execute("UPDATE bank SET alice = alice - 1")
            con.execute("UPDATE bank SET bob = bob + 1")
            con.execute("COMMIT")


if __name__ == "__main__":
    with closing(connect("bank.db")) as con:
        con.execute("CREATE TABLE IF NOT EXISTS bank (alice, bob)")
        con.execute("DELETE FROM bank")
        con.execute("INSERT INTO bank VALUES (100, 0)")

    stop = Event()
    writer = Process(target=transfer_until, args=(stop,))
    writer.start()
    backups = set()
    while len(backups) < 20:
        back_up("bank.db", "bank-backup.db")
        with closing(sqlite3.connect("bank-backup.db")) as con:
            (balances,) = con.execute("SELECT * FROM bank")
            backups.add(balances)
    stop.set()
    writer.join()
    print(len(backups), "backups, all different")
    print("sums:", {alice + bob for alice, bob in backups})
