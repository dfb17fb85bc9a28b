import dbm.dumb
import json
import pickle
import shelve
import sqlite3
from contextlib import closing
from pathlib import Path

print("JSON:  ", json.loads(Path("gift.json").read_bytes()))
print("pickle: ", end="")
pickle.loads(Path("gift.pickle").read_bytes())
print("shelve: ", end="")
with shelve.Shelf(dbm.dumb.open("gift", "r")) as shelf:
    shelf["note"]

with closing(sqlite3.connect("gift.db")) as con:
    print("SQLite:", *con.execute("SELECT text FROM notes").fetchone())
    con.execute("INSERT INTO notes VALUES ('thank you')")
    (count,) = con.execute("SELECT count(*) FROM notes").fetchone()
    print("SQLite: after my INSERT there are", count, "notes")
    con.rollback()
