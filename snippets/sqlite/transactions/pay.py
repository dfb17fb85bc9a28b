from contextlib import closing

from bank import connect, make_table, transaction

with closing(connect()) as con:
    make_table(con)
    with transaction(con):
        con.execute("INSERT INTO moves VALUES ('Alice', -50)")
        con.execute("INSERT INTO moves VALUES ('Bob', 50)")
