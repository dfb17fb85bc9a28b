from readinglist import REMOVE, open_list

with open_list() as con, con:
    cursor = con.execute(REMOVE, ("'); DROP TABLE books; --",))
    print(cursor.rowcount, "book removed")
