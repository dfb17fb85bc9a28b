import sqlite3
from contextlib import closing
from pathlib import Path

from check import check
from salvage import salvage

damaged = Path("header.db").read_bytes()
print(damaged[:16])

with closing(sqlite3.connect("empty.db")) as con:
    con.execute("PRAGMA page_size = 4096")  # as the damaged file has
    con.execute("VACUUM")  # writes the header
header = Path("empty.db").read_bytes()[:92]
print(header[:16])

# From byte 92 on, zeros: so SQLite counts the pages itself.
Path("patched.db").write_bytes(header + bytes(8) + damaged[100:])
salvage("patched.db", "saved_header.db")
check("saved_header.db")
