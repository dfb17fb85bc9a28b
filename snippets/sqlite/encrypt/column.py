import sqlite3
from contextlib import closing

from cryptography.fernet import Fernet, InvalidToken

box = Fernet(Fernet.generate_key())


def seal(text):
    return box.encrypt(text.encode())


with closing(sqlite3.connect("column.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS patients")
    con.execute("CREATE TABLE patients (name, illness)")
    rows = [("Ada", seal("measles")), ("Bob", seal("flu"))]
    con.executemany("INSERT INTO patients VALUES (?, ?)", rows)

with closing(sqlite3.connect("column.db")) as con:
    find = "SELECT name FROM patients WHERE illness = ?"
    for token in seal("flu"), rows[1][1]:
        print("found:", con.execute(find, (token,)).fetchall())

    con.execute("""
        UPDATE patients SET illness =
            (SELECT illness FROM patients WHERE name = 'Bob')
    """)
    for name, token in con.execute("SELECT * FROM patients"):
        print(name, box.decrypt(token).decode())

    try:
        Fernet(Fernet.generate_key()).decrypt(token)
    except InvalidToken as error:
        print("wrong key:", type(error).__name__)
