"""Install a lock, or what this machine can have of it: `python -m ops.tools.packages FILE`.

With `--whole` before the file, all of it or nothing.

uv is much faster than pip, which is asked where there is no uv, or where uv
fails, as behind a mirror that only pip knows.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

UV_LOCK = Path(__file__).parents[1] / "locks" / "site.txt"  # which has uv
_PIP = ("pip", "install", "--quiet", "--disable-pip-version-check")
# Copies, as a link would lead into the cache that all environments share.
_UV = (
    *("uv", "pip", "install", "--quiet", "--python", sys.executable),
    *("--link-mode", "copy", "--compile-bytecode"),
)
# No package is built: that needs a compiler, and can take longer than all the tests.
_WHEELS = ("--only-binary", ":all:")


def _installed(tool: tuple[str, ...], *arguments: str, quiet: bool = False) -> bool:
    command = [sys.executable, "-m", *tool, "--require-hashes", *arguments]
    return subprocess.run(command, capture_output=quiet, check=False).returncode == 0


def split(lock: str) -> dict[str, str]:
    """Return the lines of each package of a lock, by its name.

    Args:
        lock: its text.
    """
    parts = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)
    return {part.partition("==")[0]: part for part in parts if "==" in part}


def _one(text: str) -> bool:
    """Install one package of a lock with pip; return whether that succeeded."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder, "one.txt")
        one.write_text(text, "utf-8")
        return _installed(_PIP, *_WHEELS, "--no-deps", "--requirement", str(one), quiet=True)


def _has_uv() -> bool:
    """Return whether uv runs here, after installing it if it does not."""
    command = [sys.executable, "-m", "uv", "--version"]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return True
    return _one(split(UV_LOCK.read_text("utf-8"))["uv"])


def install(lock: Path, whole: bool = False) -> list[str]:
    """Install all packages of a lock, or else each one that can be; return those that can't.

    Args:
        lock: with hashes, and with all that its packages need.
        whole: whether nothing less helps; then a package may also be built.
    """
    if _has_uv() and _installed(_UV, *_WHEELS, "--requirement", str(lock), quiet=True):
        return []
    if _installed(_PIP, *(() if whole else _WHEELS), "--requirement", str(lock)):
        return []
    if whole:
        return [lock.name]
    return [name for name, text in split(lock.read_text("utf-8")).items() if not _one(text)]


if __name__ == "__main__":
    if missing := install(Path(sys.argv[-1]), whole="--whole" in sys.argv):
        sys.exit(f"not to be had here: {', '.join(missing)}")
