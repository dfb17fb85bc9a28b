import sqlite3
from contextlib import closing

WRONG = [
    ("SELECT name FROM users WHERE", ()),
    ("SELECT name FROM users WHERE name = 'O", ()),
    ("SELECT name AS order FROM users", ()),
    ("SELECT name FROM users JOIN users AS others", ()),
    ("SELECT length(name, city) FROM users", ()),
    ("SELECT today()", ()),
    ("INSERT INTO users VALUES ('Eve', 20)", ()),
    ("INSERT INTO users (nickname) VALUES ('Eve')", ()),
    ("SELECT name FROM users WHERE name = ?", "Alice"),
    ("SELECT name FROM users WHERE age = ?", 30),
    ("SELECT name FROM users WHERE age = ?", ([30, 41],)),
    ("SELECT name FROM users WHERE age < ?", (2**63,)),
    ("SELECT name FROM users WHERE count(*) > 1", ()),
    ("SELECT name FROM users ORDER name", ()),
    ("SELECT name, FROM users", ()),
    ("INSERT INTO users (rowid, name) VALUES ('one', 'Eve')", ()),
    ("INSERT INTO users (name) VALUES ('Eve', 20)", ()),
    ("INSERT INTO users (name, age) VALUES ('Eve', 20), ('Bo')", ()),
]

with closing(sqlite3.connect("users.db")) as con:
    for number, (sql, values) in enumerate(WRONG, 1):
        try:
            con.execute(sql, values)
        except (sqlite3.Error, OverflowError) as error:
            print(f"{number}. {error}")
