import json
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

Path("visits.json").write_text(json.dumps(0), encoding="utf-8")
Path("visits.pickle").write_bytes(pickle.dumps(0))
with closing(sqlite3.connect("visits.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS visits")
    con.execute("CREATE TABLE visits (number INTEGER NOT NULL)")
    con.execute("INSERT INTO visits VALUES (0)")
