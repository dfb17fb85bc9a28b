import os
import signal
import sqlite3

con = sqlite3.connect("album/album.db")
con.execute("INSERT INTO blobs VALUES ('lake', zeroblob(6))")
row = con.execute("SELECT rowid FROM blobs").fetchone()[0]
with con.blobopen("blobs", "data", row) as blob:
    blob.write(b"a l")
print("half of the blob is written", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
