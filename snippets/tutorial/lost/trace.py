import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE users (name TEXT)")
    print("after CREATE TABLE:", con.in_transaction)

    con.execute("INSERT INTO users VALUES ('Alice')")
    print("after INSERT:      ", con.in_transaction)

    con.commit()
    print("after commit:      ", con.in_transaction)
