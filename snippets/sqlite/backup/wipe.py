import os
import sqlite3

con = sqlite3.connect("shop.db")
con.execute("DELETE FROM orders")
con.commit()
print("all orders deleted", flush=True)
os._exit(1)  # ends like a crash: nothing is closed
