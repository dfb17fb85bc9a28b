import sqlite3
from contextlib import closing

WRONG = "SELECT name FROM users WHERE name LIKE '%?%'"
RIGHT = r"SELECT name FROM users WHERE name LIKE ? ESCAPE '\'"


def containing(text):
    for special in "\\%_":
        text = text.replace(special, "\\" + special)
    return f"%{text}%"


with closing(sqlite3.connect("users.db")) as con:
    try:
        con.execute(WRONG, ("%",))
    except sqlite3.ProgrammingError as error:
        print(error)

    for pattern in "%%%", containing("%"):
        print(pattern, con.execute(RIGHT, (pattern,)).fetchall())
