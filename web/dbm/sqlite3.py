"""Keep bytes by key in the table Dict of an SQLite file, each change committed at once."""

import os
import sqlite3
from dbm import Opened
from pathlib import Path

_MAKE = "CREATE TABLE IF NOT EXISTS Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)"
_PUT = "REPLACE INTO Dict (key, value) VALUES (CAST(? AS BLOB), CAST(? AS BLOB))"
_AT = "FROM Dict WHERE key = CAST(? AS BLOB)"


class error(OSError):
    """SQLite refuses, with its reason."""


def open(filename, /, flag="r", mode=0o666):
    """Open a file."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError(f"Flag must be one of 'r', 'w', 'c', or 'n', not {flag!r}")
    return _Table(Path(os.fsdecode(filename)), flag, mode)


class _Table(Opened):
    def __init__(self, path, flag, mode):
        if flag == "n":
            path.unlink(missing_ok=True)
        if flag in ("c", "n"):
            path.touch(mode)
        uri = f"{path.absolute().as_uri()}?mode={'ro' if flag == 'r' else 'rw'}"
        self._connection = _ask(sqlite3.connect, uri, uri=True, isolation_level=None)
        if flag in ("c", "n"):
            try:
                self._do("PRAGMA journal_mode = WAL")
                self._do(_MAKE)
            except error:
                self.close()
                raise

    def __getitem__(self, key):
        for (value,) in self._do(f"SELECT value {_AT}", key):
            return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._do(_PUT, key, value)

    def __delitem__(self, key):
        if self._do(f"DELETE {_AT}", key).rowcount == 0:
            raise KeyError(key)

    def __iter__(self):
        for (key,) in self._do("SELECT key FROM Dict"):
            yield key

    def __len__(self):
        return self._do("SELECT count(*) FROM Dict").fetchone()[0]

    def close(self):
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _do(self, statement, *values):
        if self._connection is None:
            raise error("DBM object has already been closed")
        return _ask(self._connection.execute, statement, values)


def _ask(function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except sqlite3.Error as reason:
        raise error(str(reason))  # noqa: B904 - so that a traceback is that of the real one
