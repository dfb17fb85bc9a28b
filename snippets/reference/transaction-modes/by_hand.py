import sqlite3
from contextlib import closing
from pathlib import Path

from modes import INSERT, new_file

new_file(Path("by_hand.db"))

with closing(sqlite3.connect("by_hand.db", autocommit=False)) as con:
    print("connected, in a transaction:", con.in_transaction)
    con.execute("COMMIT")
    print("after COMMIT:", con.in_transaction)
    con.execute(INSERT)
    print("after INSERT:", con.in_transaction)
    con.rollback()
