from readinglist import open_list

with open_list() as con:
    (version,) = con.execute("PRAGMA user_version").fetchone()
    print("version", version)
    for book in con.execute("SELECT * FROM books ORDER BY title"):
        print(dict(book))
