import sqlite3
import sys

import trial

END = "it has no such call"
LOCKED = "sqlite3.OperationalError: database is locked"


def meeting(name, number):
    """Run a program; before its call of this number, run another."""
    said, calls = [], []

    def look(frame, event, function):
        of = getattr(function, "__self__", None)
        if event == "c_call" and type(of).__module__ == "sqlite3":
            calls.append(event)
            if len(calls) == int(number):
                said.append(trial.run("", hurried))

    error = trial.run_here(name, look)
    if said == [LOCKED]:  # it waits, and goes on when the first ends
        said = [trial.run()]
    return error or (said[0] if said else END)


def hurried(name, _):
    """Run a program that does not wait for a lock."""
    connect = sqlite3.connect
    sqlite3.connect = lambda *given, **options: connect(
        *given, **options | {"timeout": 0}
    )
    try:
        return trial.run_here(name, None)
    finally:
        sqlite3.connect = connect


if __name__ == "__main__" and sys.argv[1:]:
    name, number = sys.argv[1:]
    sys.exit(meeting(name, number) if number else hurried(name, ""))
