import gc
import sqlite3
from contextlib import closing
from datetime import datetime

from probe import has, module


def opened(use, *options):
    with closing(sqlite3.connect(":memory:", *options)) as con:
        return use(con)


def execute(sql, *parameters):
    opened(lambda con: con.execute(sql, parameters))
    return "accepted"


def accept(con):
    return "accepted"


def left_open():
    con = sqlite3.Connection(":memory:")
    del con
    gc.collect()
    return "silent"


ROWS = [
    ("3.11", "execute(two statements)", lambda: execute("SELECT 1; x")),
    ("3.11", "blobopen", lambda: has(sqlite3.Connection, "blobopen")),
    ("3.12", "autocommit", lambda: opened(lambda con: con.autocommit)),
    ("3.12", "setconfig", lambda: has(sqlite3.Connection, "setconfig")),
    ("3.12", "python -m sqlite3", lambda: module("sqlite3.__main__")),
    ("3.12", "a datetime", lambda: execute("SELECT ?", datetime.now())),
    ("3.12", ":name with a tuple", lambda: execute("SELECT :name", 1)),
    ("3.13", "a connection left open", left_open),
    ("3.13", "connect(path, 5.0)", lambda: opened(accept, 5.0)),
    ("3.14", "sqlite3.version", lambda: sqlite3.version),
    ("3.15", "SQL keywords", lambda: has(sqlite3, "SQLITE_KEYWORDS")),
]
