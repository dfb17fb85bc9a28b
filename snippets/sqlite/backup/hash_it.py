import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ANOTHER = [sys.executable, "try_to_write.py"]

with closing(sqlite3.connect("till.db")) as con:
    con.execute("CREATE TABLE IF NOT EXISTS sales (cents INTEGER)")
    con.execute("BEGIN IMMEDIATE")
    subprocess.run(ANOTHER)

    hashlib.sha256(Path("till.db").read_bytes())
    subprocess.run(ANOTHER)
