import sqlite3
from contextlib import closing

ADD = "ALTER TABLE tasks ADD COLUMN due TEXT"
FILL = "UPDATE tasks SET dew = '2030-01-31'"  # no such column


def in_with(con):
    con.execute(ADD)
    con.execute(FILL)


def in_script(con):
    con.execute("BEGIN IMMEDIATE")
    print("in_script begun:", con.in_transaction)
    con.executescript(f"{ADD}; {FILL};")


for migrate in in_with, in_script:
    with closing(sqlite3.connect(f"{migrate.__name__}.db")) as con:
        con.execute("DROP TABLE IF EXISTS tasks")
        con.execute("CREATE TABLE tasks (text TEXT)")
    for start in "first start:", "second start:":
        with closing(sqlite3.connect(f"{migrate.__name__}.db")) as con:
            try:
                with con:
                    migrate(con)
            except sqlite3.OperationalError as error:
                print(migrate.__name__, start, error)
