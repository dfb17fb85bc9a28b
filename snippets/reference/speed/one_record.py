"""Find one person among many, in a file that is there."""

import dbm.dumb
import json
import shelve
import sqlite3
from contextlib import closing
from pathlib import Path

from people import people, person

VARIANTS = ["json", "shelve", "sqlite3"]
SIZES = [100, 1_000, 10_000, 100_000, 1_000_000]
LEFT_OUT = [("shelve", 1_000_000)]  # a minute to make


def make(variant, size):
    if variant == "json":
        by_name = {each["name"]: each for each in people(size)}
        Path(f"{size}.json").write_text(json.dumps(by_name))
    elif variant == "shelve":
        with open_shelf(size, "n") as shelf:
            for each in people(size):
                shelf[each["name"]] = each
    else:
        with closing(sqlite3.connect(f"{size}.db")) as con, con:
            con.execute("CREATE TABLE people (id, name, age, email)")
            con.executemany(
                "INSERT INTO people VALUES (:id, :name, :age, :email)",
                people(size),
            )
            con.execute("CREATE INDEX by_name ON people (name)")


def open_shelf(size, flag):
    return shelve.Shelf(dbm.dumb.open(f"{size}.shelf", flag))


def sample(timed, variant, size):
    wanted = person(size // 2)
    with timed("find"):
        found = find(variant, size, wanted["name"])
    assert found == wanted, found


def find(variant, size, name):
    if variant == "json":
        return json.loads(Path(f"{size}.json").read_text())[name]
    if variant == "shelve":
        with open_shelf(size, "r") as shelf:
            return shelf[name]
    with closing(sqlite3.connect(f"{size}.db")) as con:
        con.row_factory = sqlite3.Row
        query = "SELECT * FROM people WHERE name = ?"
        return dict(con.execute(query, (name,)).fetchone())
