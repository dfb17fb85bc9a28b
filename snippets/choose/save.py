import dbm.dumb
import json
import pickle
import shelve
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

BORN = date(1993, 4, 15)
people = [{"name": f"Alice {n}", "born": BORN} for n in range(1000)]

text = json.dumps(people, default=date.isoformat)
Path("people.json").write_text(text, encoding="utf-8")

Path("people.pickle").write_bytes(pickle.dumps(people, protocol=4))

with shelve.Shelf(dbm.dumb.open("people", "n"), protocol=4) as shelf:
    shelf.update((str(n), person) for n, person in enumerate(people))

Path("people.db").unlink(missing_ok=True)
with closing(sqlite3.connect("people.db")) as con, con:
    con.execute("CREATE TABLE people (name TEXT, born TEXT)")
    con.executemany(
        "INSERT INTO people VALUES (:name, :born)", json.loads(text)
    )
    con.execute("CREATE INDEX people_name ON people (name)")
