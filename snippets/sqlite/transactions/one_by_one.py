import sqlite3
from contextlib import closing

from bank import connect, make_table, transaction

STATEMENTS = [
    "INSERT INTO moves VALUES ('Bob', 20)",
    "INSERT INTO moves VALUES (NULL, 30)",
]

with closing(connect()) as con:
    make_table(con)
    try:
        with transaction(con):
            con.execute("INSERT INTO moves VALUES ('Alice', -50)")
            for statement in STATEMENTS:
                con.execute(statement)
    except sqlite3.IntegrityError as error:
        print(f"added {con.total_changes}, then: {error}")
