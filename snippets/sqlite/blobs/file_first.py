import os
import signal
import sqlite3
from pathlib import Path

con = sqlite3.connect("album/album.db")
Path("album/hill.jpg").write_bytes(b"a hill")
con.execute("INSERT INTO photos VALUES ('album/hill.jpg')")
print("the file is written", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
