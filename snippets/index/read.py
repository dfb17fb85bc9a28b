import sqlite3

con = sqlite3.connect("data.db")
users = con.execute("SELECT name, age FROM users")
for name, age in users:
    print(name, "is", age)
con.close()
