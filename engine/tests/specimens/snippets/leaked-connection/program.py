import sqlite3

con = sqlite3.connect("data.db")
con.execute("CREATE TABLE IF NOT EXISTS users (name TEXT)")
