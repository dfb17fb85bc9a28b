"""Remember what was tried and held, by the content of all that it depends on.

The same rule as for receipts: what is as it was when it passed is not run again. A fresh clone,
such as the public workflow's, remembers nothing; `make clean` forgets all.
"""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from tests.support import machine

CACHE = Path(__file__).parents[2] / ".cache" / "tried"


class Tried:
    """One thing to try.

    Args:
        name: of the folder in which it is remembered.
        files: all whose content it depends on.
        texts: what else it depends on.
    """

    def __init__(self, name: str, files: Iterable[Path], *texts: str) -> None:
        whole = hashlib.sha256()
        for text in texts:
            whole.update(f"{text}\0".encode())
        for file in sorted(files):
            whole.update(f"{file}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
        self._mark = CACHE / name / whole.hexdigest()

    def held(self) -> bool:
        """Return whether it has held just as it is now."""
        return self._mark.exists()

    def holds(self) -> None:
        """Remember that it holds."""
        self._mark.parent.mkdir(parents=True, exist_ok=True)
        self._mark.touch()


def the_browser() -> str:
    """Return what tells one browser, and what drives it, from another."""
    program = machine.find("chromium")
    if program is None:
        return version("playwright")
    about = Path(program).resolve().stat()
    return f"{version('playwright')} {program} {about.st_size} {about.st_mtime_ns}"
