import subprocess
import sys
from importlib.metadata import files

COUNT = "import sys; {}; print(len(sys.modules))"


def modules(statement: str) -> int:
    """Return how many modules a new process has after a statement."""
    command = [sys.executable, "-c", COUNT.format(statement)]
    return int(subprocess.check_output(command))


for package in "duckdb", "pyarrow":
    size = sum(
        file.locate().stat().st_size
        for file in files(package) or []
        if file.suffix != ".pyc"
    )
    print(f"{package:24}{round(size / 1e6, -1):4.0f} MB")

for name in "sqlite3", "duckdb", "pyarrow.parquet":
    loaded = modules(f"import {name}") - modules("pass")
    print(f"import {name:17}{round(loaded, -1):4} modules")
