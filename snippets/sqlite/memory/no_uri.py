import sqlite3
from pathlib import Path

sqlite3.connect(":memory:?cache=shared").close()
for path in Path().glob("*memory*:*"):
    print("a file was made:", path)
