import sqlite3
from contextlib import closing

SET_AGE = "UPDATE users SET age = :age WHERE name = :name"
form = {"name": "Alice"}  # without an age

with closing(sqlite3.connect("users.db")) as con, con:
    try:
        con.execute(SET_AGE, form)
    except sqlite3.ProgrammingError as error:
        print(error)

    con.execute(SET_AGE, {"age": None, **form})
    print(con.execute("SELECT name, age FROM users").fetchall())
