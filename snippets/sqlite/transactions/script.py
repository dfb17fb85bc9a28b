import sqlite3
from contextlib import closing

from bank import connect, make_table, transaction

with closing(connect()) as con:
    make_table(con)
    try:
        with transaction(con):
            con.execute("INSERT INTO moves VALUES ('Alice', -50)")
            con.executescript("""
                INSERT INTO moves VALUES ('Bob', 20);
                INSERT INTO moves VALUES (NULL, 30);
            """)
    except sqlite3.IntegrityError as error:
        print(error)
