import sqlite3
from contextlib import closing

from migration import connect, transaction

REFUSED = [
    "ALTER TABLE books ADD COLUMN id INTEGER PRIMARY KEY",
    "ALTER TABLE books ADD COLUMN added TEXT DEFAULT CURRENT_TIMESTAMP",
    "ALTER TABLE books MODIFY COLUMN title TEXT NOT NULL",
    "DROP INDEX sqlite_autoindex_books_1",
    "ALTER TABLE books RENAME TO loans",
    "ALTER TABLE books ADD COLUMN IF NOT EXISTS year INTEGER",
]
REBUILD = [
    "CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL,"
    " added TEXT DEFAULT CURRENT_TIMESTAMP)",
    "INSERT INTO new (title) SELECT title FROM books",
    "DROP TABLE books",
    "ALTER TABLE new RENAME TO books",
]
COLUMNS = "SELECT name FROM pragma_table_info('books')"

with closing(connect(":memory:")) as con:
    con.execute("CREATE TABLE books (title TEXT UNIQUE)")
    con.execute("INSERT INTO books VALUES ('Emma')")
    con.execute("CREATE TABLE loans (book INTEGER)")
    for statement in REFUSED:
        try:
            con.execute(statement)
        except sqlite3.OperationalError as error:
            print(error)
    with transaction(con):
        for statement in REBUILD:
            con.execute(statement)
        for column in "added", "year":
            if (column,) not in con.execute(COLUMNS).fetchall():
                con.execute(f"ALTER TABLE books ADD COLUMN {column}")
    print(con.execute(COLUMNS).fetchall())
    print(con.execute("SELECT id, title FROM books").fetchall())
