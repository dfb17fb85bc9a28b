import json
import pickle
import sqlite3
from contextlib import closing
from multiprocessing import Barrier, Process
from pathlib import Path


def add_one_in_json(both_ready):
    path = Path("visits.json")
    visits = json.loads(path.read_bytes())
    both_ready.wait()
    path.write_text(json.dumps(visits + 1), encoding="utf-8")


def add_one_in_pickle(both_ready):
    path = Path("visits.pickle")
    visits = pickle.loads(path.read_bytes())
    both_ready.wait()
    path.write_bytes(pickle.dumps(visits + 1))


def add_one_in_sqlite(both_ready):
    with closing(sqlite3.connect("visits.db")) as con:
        both_ready.wait()
        with con:
            con.execute("UPDATE visits SET number = number + 1")


if __name__ == "__main__":
    for work in (add_one_in_json, add_one_in_pickle, add_one_in_sqlite):
        both_ready = Barrier(2)
        alice = Process(target=work, args=[both_ready])
        bob = Process(target=work, args=[both_ready])
        alice.start()
        bob.start()
        alice.join()
        bob.join()
