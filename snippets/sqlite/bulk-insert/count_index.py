import sqlite3
from contextlib import closing
from pathlib import Path

FOUND = "SELECT count(*) FROM users INDEXED BY users_email"

trace = Path("trace_index.txt").read_text(encoding="utf-8")
writes = {}
for order in "before", "after":
    with closing(sqlite3.connect(f"index/{order}/data.db")) as con:
        print(order, *con.execute(FOUND).fetchone(), "rows")
    writes[order] = trace.count(f"/index/{order}/data.db>")

ten_times = writes["before"] > 10 * writes["after"]
print("before: over 10 times the writes:", ten_times)
