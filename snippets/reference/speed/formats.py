"""Write people to a file, and read them back, in each format."""

import csv
import json
import marshal
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import orjson
from people import people

SIZES = [100, 1_000, 10_000, 100_000]
CODES = {
    "json": (lambda rows: json.dumps(rows).encode(), json.loads),
    "pickle": (pickle.dumps, pickle.loads),
    # Version 2 gives the same bytes on each version of Python.
    "marshal": (lambda rows: marshal.dumps(rows, 2), marshal.loads),
    "msgspec": (msgspec.msgpack.encode, msgspec.msgpack.decode),
    "orjson": (orjson.dumps, orjson.loads),
}
VARIANTS = [*CODES, "csv", "sqlite3"]
PATH = Path("people")


def sample(timed, variant, size):
    rows = people(size)
    with timed("write"):
        write(variant, rows)
    with timed("read"):
        found = read(variant)
    if variant == "csv":  # it reads text, and this is not timed
        for row in found:
            row.update(id=int(row["id"]), age=int(row["age"]))
    assert found == rows


def write(variant, rows):
    if variant in CODES:
        PATH.write_bytes(CODES[variant][0](rows))
    elif variant == "csv":
        with PATH.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    else:
        with closing(sqlite3.connect(PATH)) as con, con:
            # No other format here waits for the disk either.
            con.execute("PRAGMA synchronous = OFF")
            con.execute("CREATE TABLE people (id, name, age, email)")
            con.executemany(
                "INSERT INTO people VALUES (:id, :name, :age, :email)",
                rows,
            )


def read(variant):
    if variant in CODES:
        return CODES[variant][1](PATH.read_bytes())
    if variant == "csv":
        with PATH.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    with closing(sqlite3.connect(PATH)) as con:
        con.row_factory = sqlite3.Row
        return [
            dict(row) for row in con.execute("SELECT * FROM people")
        ]
