from readinglist import FINISH, open_list

with open_list() as con, con:
    for title in ("Dune", "Dun"):
        cursor = con.execute(FINISH, (title,))
        print(title, cursor.rowcount)
