from readinglist import open_list

title = "' OR 'a' = 'a"

with open_list() as con:
    sql = f"DELETE FROM books WHERE title = '{title}'"
    print(con.execute(sql).rowcount, "books deleted by:", sql)
