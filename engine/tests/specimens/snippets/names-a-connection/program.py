import pickle
import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    print(type(con), type(con).__name__)
    try:
        pickle.dumps(con)
    except TypeError as error:
        print(error)
