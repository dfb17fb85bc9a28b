import sqlite3
from contextlib import closing

INSERT = "INSERT INTO readings VALUES (?, ?)"
SELECT = "SELECT hour FROM readings"


def readings():
    yield 1, 15.0
    yield 2, 15.5
    raise ConnectionError("the download broke off")


with closing(sqlite3.connect("half.db", isolation_level=None)) as con:
    con.execute("CREATE TABLE IF NOT EXISTS readings (hour, celsius)")
    con.execute("DELETE FROM readings")

    con.execute("BEGIN IMMEDIATE")
    try:
        con.executemany(INSERT, readings())
        con.execute("COMMIT")
    except ConnectionError as error:
        con.execute("ROLLBACK")
        print(error)
    print("with BEGIN:   ", con.execute(SELECT).fetchall())

    try:
        con.executemany(INSERT, readings())
    except ConnectionError as error:
        print(error)

with closing(sqlite3.connect("half.db")) as con:
    print("without BEGIN:", con.execute(SELECT).fetchall())
