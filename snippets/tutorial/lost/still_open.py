import sqlite3

con = sqlite3.connect("data.db")
with con:
    con.execute("UPDATE users SET age = 31 WHERE id = 2")
print("in a transaction:", con.in_transaction)

(age,) = con.execute("SELECT age FROM users WHERE id = 2").fetchone()
print("still open, age:", age)

con.close()
