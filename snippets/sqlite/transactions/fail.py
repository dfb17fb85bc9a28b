from contextlib import closing

from bank import connect, transaction

with closing(connect()) as con, transaction(con):
    con.execute("INSERT INTO moves VALUES ('Alice', -30)")
    print("added:", con.total_changes)
    con.execute("INSERT INTO moves VALUES (NULL, 30)")
