import subprocess
import sys
from importlib.metadata import files

COUNT = "import sys; {}; print(len(sys.modules))"


def modules(statement: str) -> int:
    """Return how many modules a new process has after a statement."""
    command = [sys.executable, "-c", COUNT.format(statement)]
    return int(subprocess.check_output(command))


NEEDS = {
    "numpy": ["numpy"],
    "safetensors": ["safetensors"],
    "zarr": ["zarr", "numcodecs", "google-crc32c", "donfig", "pyyaml"],
}
for name, packages in NEEDS.items():
    size = sum(
        file.locate().stat().st_size
        for package in packages
        for file in files(package) or []
        if file.suffix != ".pyc"
    )
    loaded = modules(f"import {name}") - modules("pass")
    print(f"{name:12}{size / 1e6:5.0f} MB {loaded:4} modules")
