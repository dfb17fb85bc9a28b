from contextlib import closing
from pathlib import Path

from migration import connect, migrate, version


def check_keys(con):
    if con.execute("PRAGMA foreign_key_check").fetchone():
        raise RuntimeError("a task has lost its list")


STEPS = [
    [
        "CREATE TABLE lists (name TEXT PRIMARY KEY)",
        "CREATE TABLE tasks"
        " (text, list REFERENCES lists ON DELETE CASCADE)",
        "INSERT INTO lists VALUES ('home')",
        "INSERT INTO tasks VALUES ('buy milk', 'home')",
    ],
    [
        "CREATE TABLE new (name TEXT PRIMARY KEY CHECK (name <> ''))",
        "INSERT INTO new SELECT * FROM lists",
        "DROP TABLE lists",
        "ALTER TABLE new RENAME TO lists",
        check_keys,
    ],
]

KEYS = "PRAGMA foreign_keys"

Path("kept.db").unlink(missing_ok=True)
with closing(connect("kept.db")) as con:
    con.execute("PRAGMA foreign_keys = ON")
    migrate(con, STEPS[:1])
    print("version", version(con), "on:", *con.execute(KEYS).fetchone())

    con.execute("PRAGMA foreign_keys = OFF")
    migrate(con, STEPS)
    con.execute("PRAGMA foreign_keys = ON")
    print("version", version(con), "on:", *con.execute(KEYS).fetchone())
