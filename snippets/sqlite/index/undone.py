import sqlite3
from contextlib import closing

ADD_USER = "INSERT INTO users (name, age, email) VALUES (?, ?, ?)"

with closing(sqlite3.connect("data.db")) as con:
    try:
        with con:
            con.execute(ADD_USER, ("Carol", 41, "carol@example.com"))
            print("added:", con.total_changes)
            con.execute(ADD_USER, ("Dan", 35, "alice@example.com"))
    except sqlite3.IntegrityError as error:
        print("refused:", error)

    (count,) = con.execute("SELECT count(*) FROM users").fetchone()
    print(count, "users")
