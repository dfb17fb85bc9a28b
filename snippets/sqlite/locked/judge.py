import sqlite3
from contextlib import chdir, closing
from pathlib import Path
from tempfile import TemporaryDirectory

import trial
from turns import END, meeting


def read():
    with closing(sqlite3.connect("visits.db")) as con:
        found = con.execute("SELECT max(number) FROM visits")
        return found.fetchone()[0]


def one_after_another():
    return trial.run() or trial.run() or read()


def at_once():
    trial.run()  # makes the table
    number, error, counted = 0, "", 2
    while not error and counted == 2:
        number, before = number + 1, read()
        error = trial.run(str(number), meeting)
        counted = read() - before
    return 2 if error == END else error or counted


with TemporaryDirectory() as place, chdir(place):
    for folder in ("after", "at once"):
        Path(folder).mkdir()
    ok = trial.check("two visits", ["after"], one_after_another, 2)
    ok &= trial.check("two visits at once", ["at once"], at_once, 2)
print("It survives." if ok else "It does not survive yet.")
