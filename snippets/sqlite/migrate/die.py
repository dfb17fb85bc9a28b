import os
import signal
from contextlib import closing
from pathlib import Path

from migration import connect, migrate
from steps import STEPS

DATABASE = Path("tasks.db")
before = DATABASE.stat().st_size

STEP_4 = [
    "ALTER TABLE tasks ADD COLUMN due TEXT",
    "INSERT INTO tasks (text) VALUES (zeroblob(1000000))",
    "SELECT die()",
]


def die():
    grown = DATABASE.stat().st_size > before
    print("file changed before the commit:", grown, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


with closing(connect(DATABASE)) as con:
    con.execute("PRAGMA cache_size = 5")  # pages in memory
    con.create_function("die", 0, die)
    migrate(con, [*STEPS, STEP_4])
