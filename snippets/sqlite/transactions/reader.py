import sqlite3
from contextlib import closing

import bank
import naive


def pay(module, con):
    try:
        with module.transaction(con):
            con.execute("INSERT INTO moves VALUES ('Alice', -50)")
            con.execute("INSERT INTO moves VALUES ('Bob', 50)")
        print(module.__name__, "says: paid")
    except sqlite3.OperationalError as error:
        print(module.__name__, "says:", error)


for module in naive, bank:
    with (
        closing(bank.connect()) as other,
        closing(bank.connect(timeout=0)) as con,
    ):
        bank.make_table(con)
        con.execute("INSERT INTO moves VALUES ('Bob', 1), ('Eve', -1)")
        rows = other.execute("SELECT * FROM moves")
        rows.fetchone()
        pay(module, con)
        rows.close()
        pay(module, con)

BALANCE = "SELECT account, sum(cents) FROM moves GROUP BY account"
with closing(bank.connect()) as con:
    print(con.execute(BALANCE).fetchall())
