import sqlite3
from contextlib import closing

from explain import work

COPY = "INSERT INTO {} SELECT * FROM orders"

with closing(sqlite3.connect("orders.db")) as con:
    for table, columns in (("bare", ""), ("indexed", "bcd")):
        con.execute(f"CREATE TEMP TABLE {table} (a, b, c, d, e)")
        for column in columns:
            con.execute(
                f"CREATE INDEX by_{column} ON {table} ({column})"
            )
        _, steps = work(con, COPY.format(table))
        print(table, steps)
