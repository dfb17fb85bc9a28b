import sqlite3
from contextlib import closing
from pathlib import Path

trace = Path("trace.txt").read_text(encoding="utf-8")

for folder in sorted(Path("ways").iterdir()):
    with closing(sqlite3.connect(folder / "data.db")) as con:
        rows = con.execute("SELECT * FROM readings").fetchall()
    waits = trace.count(f"/{folder.name}")
    print(f"{folder.name}: {len(rows)} rows, {waits} waits")
