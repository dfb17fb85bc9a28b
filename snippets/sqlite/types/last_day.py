import sqlite3
from contextlib import closing

VISITS = [
    ("first", "2026-03-01T00:00:00+00:00"),
    ("last", "2026-03-31T21:15:00+00:00"),
    ("next", "2026-04-01T00:00:00+00:00"),
]
WHERE = [
    "at BETWEEN '2026-03-01' AND '2026-03-31'",
    "at >= '2026-03-01' AND at < '2026-04-01'",
    "date(at) = '2026-03-31'",
]
DAYS = "SELECT julianday(max(at)) - julianday(min(at)) FROM visits"

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE visits (name TEXT, at TEXT)")
    con.executemany("INSERT INTO visits VALUES (?, ?)", VISITS)
    for where in WHERE:
        found = con.execute(f"SELECT name FROM visits WHERE {where}")
        print(f"{where}:", *[name for (name,) in found])
    print("days:", *con.execute(DAYS).fetchone())
