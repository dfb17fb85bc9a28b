import sqlite3
from contextlib import closing

RIGHT = [
    ("SELECT name FROM users WHERE age > 40", ()),
    ("SELECT name FROM users WHERE name = 'O''Hara'", ()),
    ('SELECT name AS "order" FROM users', ()),
    ("SELECT users.name FROM users JOIN users AS others LIMIT 1", ()),
    ("SELECT length(name) FROM users", ()),
    ("SELECT date('2026-11-23')", ()),
    ("INSERT INTO users (name, age) VALUES ('Eve', 20)", ()),
    ("INSERT INTO users (name) VALUES ('Eve')", ()),
    ("SELECT age, city FROM users WHERE name = ?", ("Alice",)),
    ("SELECT name FROM users WHERE age = ?", (42,)),
    ("SELECT name FROM users WHERE age IN (?, ?)", [1, 42]),
    ("SELECT name FROM users WHERE age < ?", (2**63 - 1,)),
    ("SELECT city FROM users GROUP BY city HAVING count(*) > 1", ()),
    ("SELECT name FROM users ORDER BY name", ()),
    ("SELECT name FROM users", ()),
    ("INSERT INTO users (rowid, name) VALUES (10, 'Eve')", ()),
    ("INSERT INTO users (name) VALUES ('Eve'), ('Bo')", ()),
    ("SELECT * FROM (VALUES ('Eve', 20), ('Bo', NULL))", ()),
]

with closing(sqlite3.connect("users.db")) as con:
    for number, (sql, values) in enumerate(RIGHT, 1):
        print(f"{number}. {con.execute(sql, values).fetchall()}")
