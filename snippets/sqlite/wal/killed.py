import os
import signal
import sqlite3

con = sqlite3.connect("data.db")
con.execute("INSERT INTO notes VALUES ('third')")
con.commit()
print("committed", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
