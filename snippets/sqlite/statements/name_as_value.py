import sqlite3
from contextlib import closing

column, table = "age", "users"


def quote(name):
    return '"' + name.replace('"', '""') + '"'


with closing(sqlite3.connect("users.db")) as con:
    try:
        con.execute("SELECT name FROM ?", (table,))
    except sqlite3.OperationalError as error:
        print(error)

    wrong = con.execute("SELECT ? FROM users", (column,))
    print("as a value:", wrong.fetchall())

    sql = f"SELECT {quote(column)} FROM {quote(table)}"
    print("as a name: ", con.execute(sql).fetchall())
