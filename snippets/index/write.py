import sqlite3

alice = ("Alice", 30)
con = sqlite3.connect("data.db")
con.execute("CREATE TABLE IF NOT EXISTS users (name PRIMARY KEY, age)")
con.execute("REPLACE INTO users VALUES (?, ?)", alice)
con.commit()
con.close()
print("written")
