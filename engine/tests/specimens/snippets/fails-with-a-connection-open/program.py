import sqlite3

con = sqlite3.connect("data.db")
con.execute("SELECT * FROM users")
