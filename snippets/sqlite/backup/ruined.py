import sqlite3
from pathlib import Path

from check import check
from restore import restore

Path("ruined.db").write_bytes(b"not what it was " * 1000)
try:
    restore("backup.db", "ruined.db")
except sqlite3.DatabaseError as error:
    print(error)

for file in Path().glob("ruined.db*"):  # with -wal, -shm, -journal
    file.unlink()
restore("backup.db", "ruined.db")
check("ruined.db")
