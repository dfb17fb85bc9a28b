"""Do once what programs do first, so that no fork of a server has to do it again."""

import io
import os
import sys

# What every program does; a fork does it while it waits, and so before it is asked for one.
REHEARSAL = """
class A:
    def b(self):
        return [each for each in ("a", 1)]
try:
    print(A().b(), end="", file=stream)
    raise ValueError("c")
except ValueError as error:
    del error
"""
WARM_UPS = {
    "csv": "list(csv.reader(['a,b']))",
    "json": "json.loads(json.dumps({'a': [1, None, 'b']}, indent=2))",
    "pathlib": "pathlib.Path('a').with_suffix('.b').exists()",
    "pickle": "pickle.loads(pickle.dumps({'a': [1, None, 'b']}))",
    "sqlite3": "sqlite3.connect(':memory:').close()",
}


def warm_up() -> None:
    """Do once what programs do first, so that no fork has to do it again."""
    for name, expression in WARM_UPS.items():
        if name in sys.modules:
            exec(f"import {name}\nfor _ in range(20):\n    {expression}", {})
    rehearse()


def rehearse() -> None:
    """Do what programs do and leave no trace: what it touches is copied then, and no later."""
    with io.TextIOWrapper(io.BytesIO(), "utf-8") as stream:
        exec(compile(REHEARSAL, "rehearsal", "exec", dont_inherit=True), {"stream": stream})
    os.environ["HOME"] = os.environ["HOME"]
