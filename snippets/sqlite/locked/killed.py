import os
import signal

from database import connect

con = connect("counter.db")
con.execute("BEGIN IMMEDIATE")
con.execute("UPDATE counter SET n = 0")
(n,) = con.execute("SELECT n FROM counter").fetchone()
print(f"n is {n}, the lock is mine", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
