import pickle
import sqlite3
import sys
import threading


def count():
    yield 1


class Shop:
    pass


old_shop = Shop()


class Shop:
    pass


con = sqlite3.connect(":memory:")
for what, value in (
    ("a connection", con),
    ("a lock", threading.Lock()),
    ("a generator", count()),
    ("a module", sys),
    ("a class defined again", old_shop),
):
    try:
        pickle.dumps(value)
    except (TypeError, pickle.PicklingError) as error:
        print(f"{what}: {type(error).__name__}: {error}")
con.close()
