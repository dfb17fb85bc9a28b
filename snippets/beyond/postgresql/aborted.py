import psycopg
from readinglist import ADD, FINISH, open_list
from server import running

with running(), open_list() as con:
    try:
        con.execute(ADD, ("Emma", None, False))
    except psycopg.errors.NotNullViolation as error:
        print(error)
    try:
        con.execute(FINISH, ("Emma",))
    except psycopg.errors.InFailedSqlTransaction as error:
        print(error)
    con.rollback()

    try:
        with con.transaction():
            con.execute(ADD, ("Emma", None, False))
    except psycopg.errors.NotNullViolation:
        print("the block is undone")
    print(con.execute(FINISH, ("Emma",)).rowcount, "book finished")
