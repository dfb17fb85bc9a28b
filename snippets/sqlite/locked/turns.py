import sqlite3
import sys

import trial

END = "it has no such call"
LOCKED = "sqlite3.OperationalError: database is locked"


def meeting(name, number):
    """Run a program; before its call of this number, run another."""
    said, calls, locks = [], [], []

    class Waiting(sqlite3.Connection):
        """Fails where it would wait, and keeps the locks it has."""

        def __init__(self, *given, **options):
            super().__init__(*given, **options | {"timeout": 0})

        def __exit__(self, *error):
            if not any(error):
                self.commit()

        def close(self):
            if sys.exc_info()[0]:
                locks.append(self)
            else:
                super().close()

    def look(frame, event, function):
        of = getattr(function, "__self__", None)
        if event == "c_call" and type(of) is Waiting:
            calls.append(event)
            if len(calls) == int(number):
                said.append(trial.run_here(name, None))

    connect = sqlite3.connect
    sqlite3.connect = lambda *given, **options: connect(
        *given, **options | {"factory": Waiting}
    )
    error = trial.run_here(name, look)
    sqlite3.connect = connect
    for connection in locks:
        sqlite3.Connection.close(connection)
    if said == [LOCKED]:  # it waits, and goes on when the first ends
        said = [trial.run()]
    return error or (said[0] if said else END)


if __name__ == "__main__" and sys.argv[1:]:
    sys.exit(meeting(*sys.argv[1:]))
