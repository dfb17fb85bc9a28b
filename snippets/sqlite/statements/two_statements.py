import sqlite3
from contextlib import closing

TWO = """
    UPDATE users SET city = 'Köln' WHERE city = 'Bonn';
    UPDATE users SET city = 'Roma' WHERE city = 'Rome';
"""

with closing(sqlite3.connect("users.db")) as con, con:
    try:
        con.execute(TWO)
    except sqlite3.ProgrammingError as error:
        print(error)

    for change in ("Köln", "Bonn"), ("Roma", "Rome"):
        con.execute("UPDATE users SET city = ? WHERE city = ?", change)
    print(con.execute("SELECT DISTINCT city FROM users").fetchall())
