import sqlite3
from contextlib import closing

import bank
import naive

note = "x" * 1_000_000

with closing(bank.connect()) as con:
    con.execute("PRAGMA max_page_count = 10")  # stands for a full disk
    for module in naive, bank:
        try:
            with module.transaction(con):
                con.execute("INSERT INTO moves VALUES (?, 0)", (note,))
        except sqlite3.OperationalError as error:
            print(module.__name__, "says:", error)
