import sqlite3
from contextlib import closing
from multiprocessing import get_context

ADD = "INSERT INTO rows VALUES ('child')"

fork = get_context("fork")
parent_done = fork.Event()


def say(con, added):
    kept = not con.in_transaction
    print("child: added:", added, "committed:", kept, flush=True)


def use_inherited():
    parent_done.wait()
    with con:
        added = con.execute(ADD).rowcount
    say(con, added)


def open_own():
    parent_done.wait()
    with closing(sqlite3.connect("fork.db")) as own:
        with own:
            added = own.execute(ADD).rowcount
        say(own, added)


for work in (use_inherited, open_own):
    parent_done.clear()
    with closing(sqlite3.connect("fork.db")) as con:
        con.execute("PRAGMA journal_mode = WAL")
        con.execute("CREATE TABLE IF NOT EXISTS rows (who TEXT)")
        with con:
            con.execute("DELETE FROM rows")
        child = fork.Process(target=work)
        child.start()
    parent_done.set()
    child.join()

    with closing(sqlite3.connect("fork.db")) as con:
        rows = con.execute("SELECT who FROM rows").fetchall()
    print(f"{work.__name__}: rows in the file:", len(rows))
