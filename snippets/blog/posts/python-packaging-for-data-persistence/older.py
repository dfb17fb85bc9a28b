import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

PEOPLE = [("Carol", 41), ("Bob", 27), ("Alice", 29)]

path = Path("people.pickle")
path.write_bytes(pickle.dumps(PEOPLE))
people = pickle.loads(path.read_bytes())
older = [name for name, age in people if age > 28]
print("pickle:", len(people), "people loaded to find", older)

with closing(sqlite3.connect("people.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS people")
    con.execute("CREATE TABLE people (name TEXT, age INTEGER)")
    con.executemany("INSERT INTO people VALUES (?, ?)", PEOPLE)
with closing(sqlite3.connect("people.db")) as con:
    rows = con.execute(
        "SELECT name FROM people WHERE age > ? ORDER BY name", (28,)
    ).fetchall()
    print("SQLite:", len(rows), "rows fetched:", rows)
