import sqlite3
from contextlib import closing
from pathlib import Path

from migration import connect, transaction

BEFORE = [
    "CREATE TABLE days (day TEXT, txt TEXT, mood TEXT)",
    "CREATE INDEX days_by_mood ON days (mood)",
    "INSERT INTO days VALUES ('2026-03-01', 'rain', 'good')",
]
CHANGE = [
    "ALTER TABLE days RENAME COLUMN txt TO text",
    "ALTER TABLE days DROP COLUMN mood",
]

Path("diary.db").unlink(missing_ok=True)
with closing(connect("diary.db")) as con:
    for statement in BEFORE:
        con.execute(statement)
    for change in CHANGE, ["DROP INDEX days_by_mood", *CHANGE]:
        try:
            with transaction(con):
                for statement in change:
                    con.execute(statement)
        except sqlite3.OperationalError as error:
            print(error)
