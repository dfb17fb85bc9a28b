import json
import pickle
import shelve
import sqlite3
from contextlib import closing
from dbm import dumb
from pathlib import Path

OLD, NEW = {"ann": 300, "bob": 200}, {"ann": 200, "bob": 300}


def read(store):
    if store == "shelf":
        with shelve.Shelf(dumb.open("shelf", "r")) as shelf:
            return dict(shelf)
    if store == "sqlite":
        with closing(sqlite3.connect("accounts.db")) as con:
            return dict(con.execute("SELECT * FROM accounts"))
    return json.loads(Path(f"{store}.json").read_text("utf-8"))


def word(store):
    """Say in one word what is found in a store."""
    try:
        accounts = read(store)
    except (ValueError, KeyError, pickle.UnpicklingError):
        return "broken"
    if accounts == OLD:
        return "old"
    return "new" if accounts == NEW else "half"
