import sqlite3
from contextlib import closing

from bank import make_table

with closing(sqlite3.connect("bank.db", autocommit=True)) as con:
    make_table(con)
    con.execute("BEGIN")
    con.execute("INSERT INTO moves VALUES ('Alice', -50)")
    con.execute("INSERT INTO moves VALUES ('Bob', 50)")
    con.commit()
    print("transaction still open:", con.in_transaction)
    (rows,) = con.execute("SELECT count(*) FROM moves").fetchone()
    print("rows, seen from within:", rows)
