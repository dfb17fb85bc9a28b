import sqlite3
from contextlib import closing

titles = ["Dune", "Emma"]

with closing(sqlite3.connect("library.db")) as con:
    for values in (titles, (titles,)):
        try:
            con.execute(
                "SELECT * FROM books WHERE title IN (?)", values
            )
        except sqlite3.ProgrammingError as error:
            print(error)
