"""What a package costs: its files, and the modules that it loads."""

import subprocess
import sys
from importlib.metadata import files

COUNT = "import sys; {}; print(len(sys.modules))"


def megabytes(*packages):
    """Add up installed files, without those that Python compiled."""
    found = (path for name in packages for path in files(name) or ())
    paths = (path for path in found if path.suffix != ".pyc")
    return sum(path.locate().stat().st_size for path in paths) / 10**6


def modules(statement):
    """Count the modules that a statement loads in a new process."""
    before, after = (
        int(subprocess.check_output([sys.executable, "-c", code]))
        for code in (COUNT.format("pass"), COUNT.format(statement))
    )
    return after - before
