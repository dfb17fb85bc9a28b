import sqlite3
from contextlib import closing

DOUBLE = 'SELECT age FROM users WHERE name = "Alice"'
SINGLE = "SELECT age FROM users WHERE name = 'Alice'"

with closing(sqlite3.connect("users.db")) as con:
    for accept in True, False:
        con.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, accept)
        try:
            print(con.execute(DOUBLE).fetchone())
        except sqlite3.OperationalError as error:
            message, _, hint = str(error).partition(" - ")
            print(message.replace('"', ""))

    print(con.execute(SINGLE).fetchone())
