import sqlite3
from contextlib import closing

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
COLUMNS = "SELECT name FROM pragma_table_info(?)"

with closing(sqlite3.connect("library.db")) as con:
    for (table,) in con.execute(TABLES):
        columns = [name for (name,) in con.execute(COLUMNS, (table,))]
        count = f'SELECT count(*) FROM "{table}"'
        (rows,) = con.execute(count).fetchone()
        print(table, columns, rows, "rows")

    cursor = con.execute("SELECT title, length(title) FROM books")
    print([column[0] for column in cursor.description])
