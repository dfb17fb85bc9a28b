import sqlite3
from contextlib import closing

from bank import connect, make_table, transaction

PAYMENTS = [("Alice", "Bob", 20), ("Alice", None, 7), ("Bob", "Eve", 5)]
ADD = "INSERT INTO moves VALUES (?, ?)"

with closing(connect()) as con:
    make_table(con)
    with transaction(con):
        for payer, payee, cents in PAYMENTS:
            con.execute("SAVEPOINT payment")
            try:
                con.execute(ADD, (payer, -cents))
                con.execute(ADD, (payee, cents))
            except sqlite3.IntegrityError as error:
                con.execute("ROLLBACK TO payment")
                print("left out:", payer, payee, cents, error)
            con.execute("RELEASE payment")
