import sqlite3

conn = sqlite3.connect("data.db")
cursor = conn.cursor()

cursor.execute("""
    CREATE TABLE users (
        id INTEGER PRIMARY KEY, name TEXT, age INTEGER, email TEXT
    )
""")
cursor.execute(
    "INSERT INTO users (name, age, email) VALUES (?, ?, ?)",
    ("Alice", 30, "alice@example.com"),
)

cursor.execute("SELECT * FROM users")
print(cursor.fetchall())

conn.close()
