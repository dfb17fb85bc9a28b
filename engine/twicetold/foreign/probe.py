"""Import as programs do, and write down what that brings; run as a program, never imported."""

import json
import sys
from pathlib import Path

_TASKS = Path("/proc/self/task")


def main() -> None:
    before = {*sys.modules, *sys.stdlib_module_names}
    for statement in json.loads(Path("statements.json").read_text("utf-8")):
        try:
            exec(statement, {})
        except BaseException:  # the programs will say so
            continue
    brought = [
        name
        for name, module in sys.modules.items()
        if name.partition(".")[0] not in before
        and getattr(getattr(module, "__spec__", None), "name", "") == name
    ]
    # A thread is not in a fork, so what starts one is not to be imported before it.
    has_threads = _TASKS.is_dir() and len(list(_TASKS.iterdir())) > 1
    Path("brought.json").write_text(json.dumps([] if has_threads else brought), "utf-8")


main()
