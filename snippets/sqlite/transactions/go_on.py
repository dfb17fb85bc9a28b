import sqlite3
from contextlib import closing

import bank

note = "x" * 1_000_000

with closing(bank.connect()) as con:
    bank.make_table(con)
    con.execute("PRAGMA max_page_count = 10")  # stands for a full disk
    try:
        with bank.transaction(con):
            con.execute("INSERT INTO moves VALUES ('Alice', -50)")
            print("added:", con.total_changes)
            try:
                con.execute("INSERT INTO moves VALUES (?, 0)", (note,))
            except sqlite3.OperationalError as error:
                print("caught:", error)
            con.execute("INSERT INTO moves VALUES ('Bob', 50)")
    except sqlite3.OperationalError as error:
        print("too late:", error)
