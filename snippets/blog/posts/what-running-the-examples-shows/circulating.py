import sqlite3

con = sqlite3.connect("data.db")
cur = con.cursor()
cur.execute("""
    CREATE TABLE users
    (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, email TEXT)
""")
cur.execute(
    "INSERT INTO users (name, age, email) VALUES (?, ?, ?)",
    ("Alice", 30, "alice@example.com"),
)
cur.execute("SELECT * FROM users")
print(cur.fetchall())
con.close()
