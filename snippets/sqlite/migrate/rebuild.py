from contextlib import closing
from pathlib import Path

from migration import connect, transaction

BEFORE = [
    "CREATE TABLE lists (name TEXT PRIMARY KEY)",
    "CREATE TABLE tasks"
    " (text, list REFERENCES lists ON DELETE CASCADE)",
    "INSERT INTO lists VALUES ('home')",
    "INSERT INTO tasks VALUES ('buy milk', 'home')",
]
REBUILD = [
    "CREATE TABLE new (name TEXT PRIMARY KEY CHECK (name <> ''))",
    "INSERT INTO new SELECT * FROM lists",
    "DROP TABLE lists",
    "ALTER TABLE new RENAME TO lists",
]

for setting in "ON", "OFF":
    Path("lists.db").unlink(missing_ok=True)
    with closing(connect("lists.db")) as con:
        for statement in BEFORE:
            con.execute(statement)
        con.execute(f"PRAGMA foreign_keys = {setting}")
        with transaction(con):
            for statement in REBUILD:
                con.execute(statement)
            if con.execute("PRAGMA foreign_key_check").fetchone():
                raise RuntimeError("a task has lost its list")
        (count,) = con.execute("SELECT count(*) FROM tasks").fetchone()
        print("foreign_keys", setting, "tasks left:", count)
