"""The part of the standard library's dbm that shelves need and the browser's Python lacks.

It reads and writes the same files; tests/site/test_dbm.py holds it against the real one. Of its
flags, r reads, w writes too, c makes what is not there, and n begins again.
"""

import importlib
import os
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

_GNU = [number.to_bytes(4, "little") for number in (0x13579ACD, 0x13579ACE, 0x13579ACF)]


class error(Exception):
    """A file is not there, or of no kind that is known."""


error = (error, OSError)


class Opened(MutableMapping):
    """What both kinds of file have beside a mapping's methods."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def keys(self):
        return list(self)


def whichdb(filename):
    """Return the module that wrote a file, "" if none is known, or None without a file."""
    path = os.fsdecode(filename)
    index, head = _head(f"{path}.dir"), _head(path)
    if index is not None and Path(f"{path}.pag").is_file():
        return "dbm.ndbm"
    if index is not None and Path(f"{path}.dat").is_file() and index[:1] in (b"", b"'", b'"'):
        return "dbm.dumb"
    if head == b"SQLite format 3\0":
        return "dbm.sqlite3"
    return head if head is None else "dbm.gnu" if head[:4] in _GNU else ""


def open(file, flag="r", mode=0o666):
    """Open a file with the module that wrote it, or a new one with dbm.sqlite3."""
    kind = None if "n" in flag else whichdb(file)
    if kind is None and not {"c", "n"} & set(flag):
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == "":
        raise error[0]("db type could not be determined")
    try:
        module = importlib.import_module(kind or "dbm.sqlite3")
    except ImportError:
        raise error[0](f"db type is {kind}, but the module is not available") from None
    return module.open(file, flag, mode)


def _head(path):
    with suppress(OSError), Path(path).open("rb") as file:
        return file.read(16)
