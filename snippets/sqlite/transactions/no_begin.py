import sqlite3
from contextlib import closing

from bank import connect, make_table

with closing(connect()) as con:
    make_table(con)
    try:
        with con:
            con.execute("INSERT INTO moves VALUES ('Alice', -30)")
            con.execute("INSERT INTO moves VALUES (NULL, 30)")
    except sqlite3.IntegrityError as error:
        print(error)
