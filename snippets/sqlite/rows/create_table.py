import sqlite3
from contextlib import closing

WRONG_AND_RIGHT = """
    CREATE TABLE books (id INT PRIMARY KEY AUTOINCREMENT)
    CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT)
    CREATE TABLE readers (id INTEGER AUTOINCREMENT PRIMARY KEY)
    CREATE TABLE readers (id INTEGER PRIMARY KEY AUTOINCREMENT)
    CREATE TABLE seats (row INT PRIMARY KEY, number INT PRIMARY KEY)
    CREATE TABLE seats (row INT, number INT, PRIMARY KEY (row, number))
    CREATE TABLE loans (day TEXT, FOREIGN KEY (book) REFERENCES books)
    CREATE TABLE loans (day TEXT, book INTEGER REFERENCES books)
"""
lines = [line.strip() for line in WRONG_AND_RIGHT.split("\n")[1:-1]]

with closing(sqlite3.connect(":memory:")) as con:
    for wrong, right in zip(lines[::2], lines[1::2], strict=True):
        try:
            con.execute(wrong)
        except sqlite3.OperationalError as error:
            print(error)
        print("   ", right)
        con.execute(right)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    print(con.execute(tables).fetchall())
