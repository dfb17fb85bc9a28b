import sqlite3
from contextlib import closing

TABLES = """
    CREATE TABLE books (title TEXT, author TEXT);
    INSERT INTO books VALUES ('Sanditon', 'Austen'), ('Emma', 'Austen');
    CREATE TABLE loans (book TEXT, day TEXT);
    INSERT INTO loans VALUES ('Emma', '2026-11-28');
    CREATE VIEW lent AS SELECT book FROM loans;
"""
WRONG_AND_RIGHT = """
    SELECT author, count(*) AS n FROM books WHERE n > 1 GROUP BY author
    SELECT author, count(*) AS n FROM books GROUP BY author HAVING n > 1
    SELECT title FROM books WHERE row_number() OVER (ORDER BY title) = 2
    SELECT title FROM books ORDER BY title LIMIT 1 OFFSET 1
    SELECT title FROM books JOIN loans USING (title)
    SELECT title FROM books JOIN loans ON book = title
    SELECT title FROM books ORDER BY title UNION SELECT book FROM loans
    SELECT title FROM books UNION SELECT book FROM loans ORDER BY 1 DESC
    SELECT title FROM books UNION SELECT book FROM loans ORDER BY day
    SELECT title FROM books UNION SELECT book FROM loans ORDER BY 1 DESC
    SELECT * WHERE title = 'Emma'
    SELECT * FROM books WHERE title = 'Emma'
    DELETE FROM lent WHERE book = 'Emma'
    DELETE FROM loans WHERE book = 'Emma'
"""
lines = [line.strip() for line in WRONG_AND_RIGHT.split("\n")[1:-1]]

with closing(sqlite3.connect(":memory:")) as con:
    con.executescript(TABLES)
    for wrong, right in zip(lines[::2], lines[1::2], strict=True):
        try:
            con.execute(wrong)
        except sqlite3.OperationalError as error:
            print(error)
        print("   ", con.execute(right).fetchall())
    print(con.execute("SELECT count(*) FROM lent").fetchall())
