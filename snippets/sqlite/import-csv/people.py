import csv
import sqlite3
from contextlib import closing

TABLE = """
    CREATE TABLE IF NOT EXISTS people (
        name TEXT PRIMARY KEY,
        postcode TEXT NOT NULL,
        age INTEGER
    ) STRICT
"""
ADD = """
    INSERT INTO people VALUES (:name, :postcode, :age)
    ON CONFLICT (name) DO UPDATE
    SET postcode = excluded.postcode, age = excluded.age
"""


def rows(file):
    for row in csv.DictReader(file):
        yield row | {"age": int(row["age"]) if row["age"] else None}


def import_people(path):
    with (
        path.open(newline="", encoding="utf-8-sig") as file,
        closing(sqlite3.connect("people.db")) as con,
        con,
    ):
        con.execute(TABLE)
        con.executemany(ADD, rows(file))
