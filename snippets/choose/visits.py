import json
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

print("JSON:  ", json.loads(Path("visits.json").read_bytes()))
print("pickle:", pickle.loads(Path("visits.pickle").read_bytes()))
with closing(sqlite3.connect("visits.db")) as con:
    (number,) = con.execute("SELECT number FROM visits").fetchone()
    print("SQLite:", number)
