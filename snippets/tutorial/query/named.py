import sqlite3

from readinglist import open_list

with open_list() as con:
    sql = "SELECT author FROM books WHERE title = :title"
    print(con.execute(sql, {"title": "Emma"}).fetchone()["author"])
    try:
        con.execute(sql, ("Emma",))
        print("a tuple was accepted")
    except (DeprecationWarning, sqlite3.ProgrammingError):
        print("a tuple was refused")
