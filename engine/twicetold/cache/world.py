"""Name all that programs are run with and no page has: the engine, Python, packages, system."""

import datetime
import hashlib
import json
import os
import resource
import shutil
import site
import sqlite3
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import twicetold
from twicetold.base import host
from twicetold.base.project import Project
from twicetold.cache.shell import COMMANDS
from twicetold.run.folder import environment

_NOT_ASKED = {"__pycache__", "dist-packages", "idlelib", "site-packages", "test"}
_OF_SYSTEM = ("passwd", "group", "hosts", "hostname", "localtime", "nsswitch.conf", "services")
_OF_SETTINGS = ("network", "runs", "timeout", "warnings")


def digest(project: Project) -> str:
    """Return a digest of all that is the same for all pages, as it is at this moment.

    The day is part of it: what was green yesterday is run again.

    Args:
        project: the sources; their settings and locks count.
    """
    settings = project.settings
    locks = sorted(project.root.glob(settings.locks))
    known = {
        "settings": {name: getattr(settings, name) for name in _OF_SETTINGS},
        "locks": [hashlib.sha256(each.read_bytes()).hexdigest() for each in locks],
        "day": str(datetime.datetime.now(datetime.UTC).date()),
        "python": (sys.version, sys.implementation.cache_tag, sqlite3.sqlite_version),
        "flags": (sys.flags, sysconfig.get_config_var("Py_GIL_DISABLED")),
        "places": (sys.prefix, sys.base_prefix, sys.executable),
        "real": os.path.realpath(sys.executable),
        "environment": environment(1),
        "system": (os.uname(), str(Path("~").expanduser()), tempfile.gettempdir()),
        "user": (os.getuid(), os.geteuid(), os.getgid(), os.getgroups()),
        "processors": (host.processors(), os.cpu_count()),
        "limits": [resource.getrlimit(each) for each in _limits()],
        "files": [_state(path) for path in _files()],
    }
    return hashlib.sha256(json.dumps(known, sort_keys=True, default=str).encode()).hexdigest()


def _limits() -> list[int]:
    """Return the limits of processes that this system knows."""
    return [value for name, value in vars(resource).items() if name.startswith("RLIMIT_")]


def _files() -> Iterator[str]:
    """Return files of the engine, of Python, of the system, and those that name packages."""
    yield os.path.realpath(sys.executable)
    yield f"{sys.prefix}/pyvenv.cfg"
    yield from filter(None, map(shutil.which, ("sh", *sorted(COMMANDS))))
    yield from (f"/etc/{name}" for name in _OF_SYSTEM)
    yield from _below(str(Path(twicetold.__file__).parent))
    for library in sorted({sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}):
        yield from _below(library)
    for folder in site.getsitepackages():
        yield from _packages(folder)


def _below(folder: str) -> Iterator[str]:
    """Return the files in a folder and in those of it that programs import from."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if each not in _NOT_ASKED)
        yield from (f"{place}/{each}" for each in sorted(files))


def _packages(folder: str) -> Iterator[str]:
    """Return a folder of packages, and its files that tell their versions or change paths."""
    yield folder
    try:
        names = sorted(each.name for each in Path(folder).iterdir())
    except OSError:
        return
    for name in names:
        if name.endswith((".dist-info", ".egg-info")):
            yield f"{folder}/{name}/RECORD"
        elif name.endswith((".pth", ".egg-link")) or "customize" in name:
            yield f"{folder}/{name}"


def _state(path: str) -> tuple[str, ...]:
    try:
        found = Path(path).stat()
    except OSError as error:
        return path, type(error).__name__
    return path, str(found.st_size), str(found.st_mtime_ns), str(found.st_ino)
