import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from settings import FILES, SETTINGS, ask, path

TABLE = "CREATE TABLE notes (note)"
THEN = {"new file": TABLE, "then VACUUM": "VACUUM"}
changed = {}


def change(con, setting, values, file):
    value = next(v for v in values if v != ask(con, setting))
    con.execute("PRAGMA synchronous = OFF")  # saves time only
    if file != "new file":
        con.execute(TABLE)
    if file == "in a transaction":
        con.execute("BEGIN IMMEDIATE")
    name = setting.partition(" ")[0]
    try:
        con.execute(f"PRAGMA {name} = '{value}'").fetchall()
    except sqlite3.OperationalError:
        return value, "refused"
    with suppress(sqlite3.OperationalError):  # query_only forbids both
        con.execute(THEN.get(file, ""))
    now = ask(con, setting)
    if con.in_transaction:
        con.execute("COMMIT")
    return value, now


for setting, values in SETTINGS.items():
    for file in FILES:
        db = path(setting, file)
        Path(db).unlink(missing_ok=True)
        with closing(sqlite3.connect(db, isolation_level=None)) as con:
            changed[db] = change(con, setting, values, file)
Path("changed.json").write_text(json.dumps(changed), encoding="utf-8")
