from contextlib import closing

from migration import connect, migrate, version
from steps import STEPS

with closing(connect("tasks.db")) as con:
    print("version", version(con))
    migrate(con, STEPS)
    print("version", version(con))
