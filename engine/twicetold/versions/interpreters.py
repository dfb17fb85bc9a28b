"""Find the CPythons that this machine has."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from twicetold.base import extra

WANTED = ("3.11", "3.12", "3.13", "3.14", "3.14t", "3.15", "3.15t")
_ASK = """
import importlib.util, json, platform, sqlite3, sys, sysconfig
found = [n for n in ("sqlite3", "gnu", "ndbm", "dumb") if importlib.util.find_spec(
    {"gnu": "_gdbm", "ndbm": "_dbm"}.get(n, f"dbm.{n}"))]
base = getattr(sys, "_base_executable", sys.executable)  # of a venv, or behind a shim
print(json.dumps([base, platform.python_implementation(), platform.python_version(),
    bool(sysconfig.get_config_var("Py_GIL_DISABLED")), found]))
"""


@dataclass(frozen=True)
class Interpreter:
    """A CPython of this machine.

    Args:
        path: of the program.
        version: as in `3.13.0`.
        free_threaded: whether it was built without the global lock.
        backends: the modules of `dbm` that it has, the one that new shelves get first.
    """

    path: Path
    version: str
    free_threaded: bool
    backends: tuple[str, ...]

    @property
    def short(self) -> str:
        """The version as a reader names it, as in `3.13` or `3.14t`."""
        numbers = ".".join(self.version.split(".")[:2])
        return f"{numbers}t" if self.free_threaded else numbers


def find() -> list[Interpreter]:
    """Return the newest CPython here of each version wanted, oldest first.

    Looked at are PATH, what uv, pyenv, asdf and rye have installed, and on macOS and Windows
    what python.org's installers have.
    """
    newest: dict[str, Interpreter] = {}
    for path in sorted({path.resolve() for path in (*_paths(), Path(sys.executable))}):
        each = ask(path)
        if each is not None and each.short in WANTED:
            known = newest.get(each.short)
            if known is None or _numbers(known.version) < _numbers(each.version):
                newest[each.short] = each
    return [newest[short] for short in WANTED if short in newest]


def ask(path: Path) -> Interpreter | None:
    """Return what an interpreter says of itself, or None if it is no CPython with SQLite.

    Args:
        path: of the program.
    """
    command = [str(path), "-I", "-c", _ASK]
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    base, implementation, version, free_threaded, backends = json.loads(done.stdout)
    if implementation != "CPython":
        return None
    return Interpreter(Path(base), version, free_threaded, tuple(backends))


def _paths() -> Iterator[Path]:
    for kind in extra.load("findpython.providers", "versions").ALL_PROVIDERS.values():
        provider = kind.create()  # None where there is nothing of its kind
        for each in provider.find_pythons() if provider else ():
            yield each.executable


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
