from readinglist import open_list

title = "The Handmaid's Tale"

with open_list() as con:
    con.execute(f"DELETE FROM books WHERE title = '{title}'")
