"""Install a lock, or what this machine can have of it: `python -m ops.tools.packages FILE`."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

# No package is built: that needs a compiler, and can take longer than all the tests.
_PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes")
_WHEELS = ("--only-binary", ":all:")


def _installed(*arguments: str, quiet: bool = False) -> bool:
    command = [sys.executable, *_PIP, *_WHEELS, *arguments]
    return subprocess.run(command, capture_output=quiet, check=False).returncode == 0


def split(lock: str) -> dict[str, str]:
    """Return the lines of each package of a lock, by its name.

    Args:
        lock: its text.
    """
    parts = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)
    return {part.partition("==")[0]: part for part in parts if "==" in part}


def install(lock: Path) -> list[str]:
    """Install all packages of a lock, or else each one that can be; return those that can't.

    Args:
        lock: with hashes, and with all that its packages need.
    """
    if _installed("--requirement", str(lock)):
        return []
    failed = []
    for name, text in split(lock.read_text("utf-8")).items():
        with tempfile.TemporaryDirectory() as folder:
            one = Path(folder, "one.txt")
            one.write_text(text, "utf-8")
            if not _installed("--no-deps", "--requirement", str(one), quiet=True):
                failed.append(name)
    return failed


if __name__ == "__main__":
    if missing := install(Path(sys.argv[1])):
        sys.exit(f"not to be had here: {', '.join(missing)}")
