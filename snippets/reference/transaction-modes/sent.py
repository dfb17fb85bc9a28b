import sqlite3
from pathlib import Path

from modes import ACTIONS, MODES, new_file, show

STEPS = ["INSERT", "commit()", "INSERT", "rollback()", "INSERT"]
STEPS += ["script", "INSERT", "close()"]
CONTROL = {"BEGIN", "COMMIT", "ROLLBACK"}

statements = []
connections = []
for mode, options in MODES.items():
    path = Path(f"{mode}.db")
    new_file(path)
    con = sqlite3.connect(path, **options)
    con.set_trace_callback(lambda sql: statements.append(sql.strip()))
    connections.append(con)

show("at", MODES)
for step in STEPS:
    cells = []
    for con in connections:
        statements.clear()
        ACTIONS[step](con)
        sent = [sql for sql in statements if sql in CONTROL]
        cells.append(" ".join(sent) or "-")
    show(step, cells)
