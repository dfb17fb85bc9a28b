from contextlib import closing
from pathlib import Path

from migration import connect, migrate, version
from steps import STEPS

Path("tasks.db").unlink(missing_ok=True)

with closing(connect("tasks.db")) as con:
    migrate(con, STEPS[:1])
    con.execute("INSERT INTO tasks (text) VALUES ('x buy milk')")
    con.execute("INSERT INTO tasks (text) VALUES ('write to Ada')")
    print("version", version(con))
