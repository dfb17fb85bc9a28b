import subprocess
import sys
from importlib.metadata import files

COUNT = "import sys; {}; print(len(sys.modules))"


def modules(statement: str) -> int:
    """Return how many modules a new process has after a statement."""
    command = [sys.executable, "-c", COUNT.format(statement)]
    return int(subprocess.check_output(command))


size = sum(
    file.locate().stat().st_size
    for file in files("msgspec") or []
    if file.suffix != ".pyc"
)
print(f"msgspec: {size / 1e6:.1f} MB")
for name in "json", "dataclasses", "msgspec":
    loaded = modules(f"import {name}") - modules("pass")
    print(f"import {name}: {loaded} modules")
