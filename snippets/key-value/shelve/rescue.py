import pickle
import sqlite3
from contextlib import closing

with closing(sqlite3.connect("newer")) as con:
    for key, value in con.execute("SELECT key, value FROM Dict"):
        print(key.decode(), pickle.loads(value))
