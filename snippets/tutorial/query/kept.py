from readinglist import ADD, open_list

title = "'); DROP TABLE books; --"

with open_list() as con, con:
    con.execute(ADD, (title, "Bobby Tables", False))
