def add(con, word):
    con.execute("INSERT INTO words VALUES (?)", (word,))
