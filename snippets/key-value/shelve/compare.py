import json
import shelve
import sqlite3
from contextlib import closing

with closing(sqlite3.connect("players.db")) as con:
    rows = con.execute("SELECT name, scores FROM players").fetchall()
with shelve.open("scores", flag="r") as shelf:
    old = dict(shelf)

print(len(old), "entries,", len(rows), "rows")
print({name: json.loads(scores) for name, scores in rows} == old)
