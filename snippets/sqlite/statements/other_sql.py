import sqlite3
from contextlib import closing

TABLE = "CREATE TABLE users (name TEXT UNIQUE)"
VALUES = {"name": "ana"}
WRONG_AND_RIGHT = """
    INSERT INTO users (name) VALUES (%s)
    INSERT INTO users (name) VALUES (:name)
    INSERT IGNORE INTO users (name) VALUES (:name)
    INSERT OR IGNORE INTO users (name) VALUES (:name)
    CREATE TABLE pets (id INTEGER PRIMARY KEY AUTO_INCREMENT)
    CREATE TABLE pets (id INTEGER PRIMARY KEY)
    CREATE TABLE visits (at TEXT DEFAULT now())
    CREATE TABLE visits (at TEXT DEFAULT CURRENT_TIMESTAMP)
    SELECT name FROM users WHERE name ILIKE :name
    SELECT name FROM users WHERE name LIKE :name
    SELECT TOP 1 name FROM users
    SELECT name FROM users LIMIT 1
    SHOW TABLES
    SELECT name FROM sqlite_master WHERE type = 'table'
    TRUNCATE TABLE users
    DELETE FROM users
"""
lines = [line.strip() for line in WRONG_AND_RIGHT.split("\n")[1:-1]]

with closing(sqlite3.connect(":memory:")) as con:
    con.execute(TABLE)
    for wrong, right in zip(lines[::2], lines[1::2], strict=True):
        try:
            con.execute(wrong, VALUES)
        except sqlite3.OperationalError as error:
            print(error)
        print("   ", right)
        for row in con.execute(right, VALUES):
            print("   ", row)
    print(con.execute("SELECT count(*) FROM users").fetchall())
