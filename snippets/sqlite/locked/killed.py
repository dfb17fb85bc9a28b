import os
import signal

from database import connect

con = connect("counter.db")
con.execute("BEGIN IMMEDIATE")
con.execute("UPDATE counter SET n = 0")
print("n is 0, the lock is mine", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
