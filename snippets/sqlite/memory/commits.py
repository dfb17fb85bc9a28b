from check_file import check


def add(con, word):
    with con:
        con.execute("INSERT INTO words VALUES (?)", (word,))


check(add)
