import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path

from cases import CASES
from modes import ACTIONS, MODES, new_file

for number, case in enumerate(CASES):
    in_with = case.startswith("with: ")
    actions = case.removeprefix("with: ").split(" + ")
    for mode, options in MODES.items():
        path = Path(f"{number}-{mode}.db")
        new_file(path)
        try:
            with (
                closing(sqlite3.connect(path, **options)) as con,
                con if in_with else nullcontext(),
            ):
                for action in actions:
                    ACTIONS[action](con)
        except ZeroDivisionError:
            pass
        except sqlite3.OperationalError:
            path.unlink()
