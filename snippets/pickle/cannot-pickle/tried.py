import json
import pickle
import socket
import sqlite3
from contextlib import closing
from threading import Lock

with (
    closing(sqlite3.connect(":memory:")) as con,
    closing(socket.socket()) as connection,
):
    con.row_factory = sqlite3.Row
    for value in (
        con,
        con.execute("SELECT 1 AS one").fetchone(),
        Lock(),
        connection,
        json,
        (n for n in ()),
        {}.keys(),
        memoryview(b"tea"),
    ):
        try:
            pickle.dumps(value)
        except TypeError as error:
            print(error)
