from contextlib import closing

from migration import connect, migrate
from steps import STEPS

with closing(connect("tasks.db")) as con:
    migrate(con, STEPS[:2])
