from readinglist import open_list

RATE = "UPDATE books SET stars = ? WHERE title = ?"

with open_list() as con, con:
    con.execute(RATE, (5, "Dune"))
