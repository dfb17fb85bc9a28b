import sqlite3
from contextlib import closing

WRONG = {
    "a value too many": "INSERT INTO users VALUES (1, 'Alice', 30)",
    "two statements": "SELECT name FROM users; SELECT 1",
    "a quote not closed": "SELECT name FROM users WHERE name = '",
    "two tables have it": "SELECT id FROM users JOIN books",
    "count in WHERE": "SELECT name FROM users WHERE count(*) > 1",
    "not a function": "SELECT soundslike(name) FROM users",
    "BY is missing": "SELECT name FROM users ORDER name",
    "a comma too many": "SELECT name, FROM users",
    "text as an id": "INSERT INTO books VALUES ('one', 1)",
}

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name)")
    con.execute("CREATE TABLE books (id INTEGER PRIMARY KEY, author)")
    for what, statement in WRONG.items():
        try:
            con.execute(statement)
        except (sqlite3.Error, sqlite3.Warning) as error:
            print(f"{what}: {error}")
