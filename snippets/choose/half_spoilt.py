import dbm.dumb
import json
import pickle
import shelve
import sqlite3
from contextlib import closing
from pathlib import Path

for name in ("people.json", "people.pickle", "people.dat", "people.db"):
    data = Path(name).read_bytes()
    half = len(data) // 2
    spoilt = data[:half] + b"\xff" * (len(data) - half)
    Path(name.replace("people", "spoilt")).write_bytes(spoilt)
index = Path("people.dir").read_bytes()
Path("spoilt.dir").write_bytes(index)

try:
    json.loads(Path("spoilt.json").read_bytes())
except ValueError:
    print("JSON:   nothing")
try:
    pickle.loads(Path("spoilt.pickle").read_bytes())
except (ValueError, pickle.UnpicklingError):
    print("pickle: nothing")

with shelve.Shelf(dbm.dumb.open("spoilt", "r")) as shelf:
    print("shelve:", shelf["7"]["name"])
with closing(sqlite3.connect("spoilt.db")) as con:
    row = con.execute("SELECT name FROM people WHERE rowid = 8")
    print("SQLite:", *row.fetchone())
