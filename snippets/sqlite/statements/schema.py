import sqlite3
from contextlib import closing

TABLES = """
    CREATE TABLE books (title TEXT, year INTEGER);
    INSERT INTO books VALUES ('Tea', 1906), (NULL, 1937);
    CREATE INDEX years ON books (year);
    CREATE TABLE loans (title TEXT REFERENCES books (title));
    PRAGMA foreign_keys = ON;
"""
WRONG_AND_RIGHT = """
    SELECT initial(title) FROM books
    SELECT initial(title) FROM books WHERE title IS NOT NULL
    CREATE INDEX years ON books (year)
    CREATE INDEX IF NOT EXISTS years ON books (year)
    ALTER TABLE books ADD COLUMN isbn TEXT UNIQUE
    ALTER TABLE books ADD COLUMN isbn TEXT
    INSERT INTO loans VALUES ('Tea')
    CREATE UNIQUE INDEX titles ON books (title)
    SELECT title FROM books UNION SELECT title, year FROM books
    INSERT INTO loans SELECT title FROM books UNION SELECT 'Tea'
    SELECT title FROM books ORDER BY title COLLATE german
    SELECT title FROM books ORDER BY title COLLATE NOCASE
    VACUUM
    COMMIT
"""
lines = [line.strip() for line in WRONG_AND_RIGHT.split("\n")[1:-1]]

with closing(sqlite3.connect(":memory:")) as con:
    con.executescript(TABLES)
    con.create_function("initial", 1, lambda title: title[0])
    for wrong, right in zip(lines[::2], lines[1::2], strict=True):
        try:
            con.execute(wrong).fetchall()
        except sqlite3.OperationalError as error:
            print(error)
        con.execute(right).fetchall()
    print(con.execute("VACUUM").fetchall(), "after the commit")
