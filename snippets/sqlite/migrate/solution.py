import sqlite3
from contextlib import closing

STEPS = [
    ["CREATE TABLE notes (text TEXT)"],
    [
        "ALTER TABLE notes ADD COLUMN done INTEGER",
        "UPDATE notes SET done = text LIKE 'x %'",
    ],
]

with closing(sqlite3.connect("notes.db", isolation_level=None)) as con:
    con.execute("BEGIN IMMEDIATE")
    (version,) = con.execute("PRAGMA user_version").fetchone()
    for step in STEPS[version:]:
        for statement in step:
            con.execute(statement)
    version = len(STEPS)
    con.execute(f"PRAGMA user_version = {version}")
    con.execute("COMMIT")
    print("version", version)
