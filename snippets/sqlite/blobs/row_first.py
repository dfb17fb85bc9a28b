import os
import signal
import sqlite3

con = sqlite3.connect("album/album.db")
with con:
    con.execute("INSERT INTO photos VALUES ('album/sea.jpg')")
print("the row is committed", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
