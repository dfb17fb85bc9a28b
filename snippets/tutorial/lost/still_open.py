import sqlite3
from pathlib import Path

con = sqlite3.connect("data.db")
with con:
    con.execute("DELETE FROM users")
print("in a transaction:", con.in_transaction)

(count,) = con.execute("SELECT count(*) FROM users").fetchone()
print("still open, rows:", count)

con.close()
Path("data.db").unlink()
