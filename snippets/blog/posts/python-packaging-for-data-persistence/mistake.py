import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

INSERT = "INSERT INTO users (name, age, email) VALUES (?, ?, ?)"
user = {"name": "Bob", "age": 27, "email": None}

Path("bob.pickle").write_bytes(pickle.dumps(user))
print("pickle:", pickle.loads(Path("bob.pickle").read_bytes()))

with closing(sqlite3.connect("data.db")) as con:
    try:
        with con:
            con.execute(INSERT, tuple(user.values()))
        print("SQLite: saved")
    except sqlite3.IntegrityError as error:
        print("SQLite:", error)
