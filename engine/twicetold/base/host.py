"""Say where programs run: the interpreter, its SQLite, the system, the sources' commit."""

import contextlib
import os
import platform
import sqlite3
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Host:
    """Where programs ran.

    Args:
        runtime: `process`, or `browser` for Python compiled to WebAssembly.
        python: its version, as in `3.13.0`.
        free_threaded: whether it was built without the global lock.
        sqlite: the version of the SQLite library, as in `3.40.1`.
        system: the operating system, or the build of Python for the browser, with its version.
        machine: the processor, as in `x86_64`.
    """

    runtime: str
    python: str
    free_threaded: bool
    sqlite: str
    system: str
    machine: str

    @property
    def short(self) -> str:
        """The version as a reader names it, as in `3.13` or `3.14t`."""
        numbers = ".".join(self.python.split(".")[:2])
        return f"{numbers}t" if self.free_threaded else numbers

    @property
    def file(self) -> str:
        """What the receipt of this host is called among others."""
        threads = "t" if self.free_threaded else ""
        place = f"{self.system.split()[0]}-{self.machine}".lower()
        return f"python-{self.python}{threads}-{place}.json"


def this() -> Host:
    """Return where this is running."""
    system = f"{platform.system()} {platform.release()}"
    if platform.system() == "Linux":
        with contextlib.suppress(OSError):
            system = platform.freedesktop_os_release()["PRETTY_NAME"]
    elif platform.system() == "Darwin":
        system = f"macOS {platform.mac_ver()[0]}"
    return Host(
        runtime="process",
        python=platform.python_version(),
        free_threaded=bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        sqlite=sqlite3.sqlite_version,
        system=system,
        machine=platform.machine(),
    )


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def commit(file: Path) -> tuple[str | None, bool]:
    """Return the commit of the sources, if there is one, and whether files differ from it.

    A tree unpacked inside another repository is not part of it: its commit says nothing of it.

    Args:
        file: one, or a folder, that is in the repository if the sources are; in the topmost of
            their folders.
    """
    if not _git(file.parent, "ls-files", "--error-unmatch", "--", file.name):
        return None, False
    told = _git(file.parent, "rev-parse", "HEAD")
    return told or None, bool(told and _git(file.parent, "status", "--porcelain", "--", "."))


def _git(root: Path, *arguments: str) -> str:
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        return done.stdout.strip()
    return ""
