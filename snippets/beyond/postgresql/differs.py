import sqlite3
from contextlib import closing

from move import compare, move, old_rows
from readinglist import open_list
from server import running

CHANGE = "UPDATE books SET author = 'J. Austen' WHERE title = 'Emma'"
STARS = "ALTER TABLE books ADD COLUMN stars INTEGER"

with running():
    with open_list() as con:
        con.execute(CHANGE)
    compare(old_rows("books.db"))
    move("books.db")

    with closing(sqlite3.connect("books.db")) as con:
        con.execute(STARS)
    try:
        move("books.db")
    except ValueError as error:
        print(error)
