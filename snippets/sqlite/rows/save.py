import sqlite3
from contextlib import closing

# Made afresh, so that each run gives the same ids.
TABLES = """
    DROP TABLE IF EXISTS books;
    DROP TABLE IF EXISTS authors;
    CREATE TABLE authors (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE books (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        author INTEGER NOT NULL REFERENCES authors
    );
"""
ADD_AUTHOR = "INSERT INTO authors (name) VALUES (?)"
ADD_BOOK = "INSERT INTO books (title, author) VALUES (?, ?)"
SHELF = {"Jane Austen": ["Emma", "Persuasion"], "Ovid": ["Fasti"]}

with closing(sqlite3.connect("library.db")) as con:
    con.executescript(TABLES)
    with con:
        for name, titles in SHELF.items():
            author = con.execute(ADD_AUTHOR, (name,)).lastrowid
            print(name, "is author", author)
            for title in titles:
                con.execute(ADD_BOOK, (title, author))
