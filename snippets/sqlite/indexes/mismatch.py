import sqlite3
from contextlib import closing

from explain import plan

TABLES = """
    CREATE TABLE parcels (number INTEGER PRIMARY KEY, shelf INTEGER);
    CREATE TABLE shelves (label TEXT PRIMARY KEY, room TEXT);
"""
JOIN = "SELECT room FROM parcels JOIN shelves ON {} WHERE number = 3"

with closing(sqlite3.connect(":memory:")) as con:
    con.executescript(TABLES)
    print(plan(con, JOIN.format("label = shelf")))
    print(plan(con, JOIN.format("label = CAST(shelf AS TEXT)")))
