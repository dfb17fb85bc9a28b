import sqlite3
from pathlib import Path

from modes import ACTIONS, MODES, new_file, show

STEPS = ["connect", "SELECT", "CREATE TABLE", "INSERT", "commit()"]
STEPS += ["INSERT", "script", "INSERT", "close()"]


def state(con):
    try:
        return "open" if con.in_transaction else "-"
    except sqlite3.ProgrammingError:
        return "closed"


connections = []
for mode, options in MODES.items():
    path = Path(f"{mode}.db")
    new_file(path)
    connections.append(sqlite3.connect(path, **options))

show("after", MODES)
for step in STEPS:
    for con in connections:
        ACTIONS[step](con)
    show(step, [state(con) for con in connections])
