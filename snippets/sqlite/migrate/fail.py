from contextlib import closing

from migration import connect, migrate
from steps import STEPS

STEP_4 = [
    "ALTER TABLE tasks ADD COLUMN due TEXT",
    "UPDATE tasks SET dew = '2030-01-31'",  # no such column
]

with closing(connect("tasks.db")) as con:
    migrate(con, [*STEPS, STEP_4])
