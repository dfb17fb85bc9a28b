import math
import sqlite3
from contextlib import closing
from datetime import time
from decimal import Decimal
from uuid import UUID

VALUES = {
    "None": None,
    "True": True,
    "2**63 - 1": 2**63 - 1,
    "2**63": 2**63,
    "1.5": 1.5,
    "inf": math.inf,
    "nan": math.nan,
    "'12'": "12",
    "b'12'": b"12",
    "bytearray": bytearray(b"12"),
    "Decimal": Decimal("19.90"),
    "UUID": UUID(int=1),
    "time": time(9, 30),
    "list": [1, 2],
    "dict": {"a": 1},
}

with closing(sqlite3.connect("values.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS kept")
    con.execute("CREATE TABLE kept (name TEXT, value ANY) STRICT")
    for name, value in VALUES.items():
        try:
            con.execute("INSERT INTO kept VALUES (?, ?)", (name, value))
        except (sqlite3.ProgrammingError, OverflowError) as error:
            print(f"{name}: {error}")
