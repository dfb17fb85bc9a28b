import sys
from contextlib import closing

from migration import connect, migrate
from steps import STEPS

path = sys.argv[1] if len(sys.argv) > 1 else "tasks.db"

with closing(connect(path)) as con:
    con.set_trace_callback(lambda sql: print(sql, flush=True))
    migrate(con, STEPS)
