"""Say on what is measured."""

import os
import platform
import sqlite3
from pathlib import Path


def facts() -> dict[str, str]:
    """Return what a figure depends on: Python, SQLite, kernel, processor."""
    (source,) = sqlite3.connect(":memory:").execute("SELECT sqlite_source_id()").fetchone()
    return {
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "SQLite": f"{sqlite3.sqlite_version}, {source}",
        "kernel": f"{platform.system()} {platform.release()}",
        "processor": f"{_processor()}, {os.cpu_count()} cores",
    }


def name() -> str:
    """Return a name for the machine that is not its own."""
    return f"{platform.system().lower()}-{os.cpu_count()}-cores"


def file_system(folder: Path) -> str:
    """Return the kind of the file system that a folder is on, such as `ext4`.

    Raises:
        SystemExit: if this system does not tell.
    """
    mounts = Path("/proc/self/mounts")
    if not mounts.is_file():
        raise SystemExit("only Linux tells the file system of a folder")
    fields = [line.split() for line in mounts.read_text("utf-8").splitlines()]
    kinds = {Path(target): kind for _, target, kind, *_ in fields}
    return next(kinds[each] for each in [folder, *folder.parents] if each in kinds)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return " ".join(value.split())
    return platform.machine()
