"""Say what is in the databases of a folder, and what a program did not commit to them."""

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from typing import Any

LARGEST = 1_000_000  # bytes of a database that is looked into
MOST = 50  # rows of a table, and statements that are kept
CELL = 60  # characters
CHANGES = {"INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP"}

_connect = sqlite3.connect
# For each connection its file, and its changes that are not committed.
_pending: list[tuple[str, list[str]]] = []


def watch() -> None:
    """Note from now on what connections change and do not commit."""
    _pending.clear()
    sqlite3.connect = sqlite3.dbapi2.connect = _watched  # type: ignore[assignment]


def lost() -> str:
    """Return as JSON the changes that no connection committed, by file name; end the watch."""
    sqlite3.connect = sqlite3.dbapi2.connect = _connect
    found = [
        {"name": file, "count": len(changes), "sql": changes[:3]}
        for file, changes in _pending
        if changes
    ]
    return json.dumps(found)


def _watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
    connection: sqlite3.Connection = _connect(*arguments, **options)
    database = arguments[0] if arguments else options.get("database")
    name = os.fsdecode(database) if isinstance(database, (bytes, str, os.PathLike)) else ""
    name = os.path.basename(name.removeprefix("file:").partition("?")[0])
    if name not in ("", ":memory:"):
        connection.set_trace_callback(
            _listener(name, getattr(connection, "autocommit", None) is False)
        )
    return connection


def _listener(file: str, is_open: bool) -> Callable[[str], None]:
    """Return a function that hears each statement and keeps what is not committed."""
    changes: list[str] = []
    _pending.append((file, changes))
    outer: list[str] | None = None  # the savepoint that is a transaction of its own

    def hear(sql: str) -> None:
        nonlocal is_open, outer
        words = sql.split(None, 2)
        verb = words[0].upper() if words else ""
        if verb == "SAVEPOINT" and not is_open:
            is_open, outer = True, words[1:]
        elif verb == "BEGIN":
            is_open, outer = True, None
        elif (
            verb in {"COMMIT", "END"}
            or (verb == "ROLLBACK" and " TO " not in f"{sql.upper()} ")
            or (verb == "RELEASE" and outer == words[-1:])
        ):
            changes.clear()
            is_open = False
        elif is_open and verb in CHANGES:
            changes.append(" ".join(sql.split()) if len(changes) < MOST else "")

    return hear


def look(folder: str) -> str:
    """Return as JSON the tables of each small database in a folder, as they are committed."""
    found = {}
    for directory, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(directory, name)
            if os.path.getsize(path) > LARGEST:
                continue
            with open(path, "rb") as file:
                is_database = file.read(16) == b"SQLite format 3\0"
            if is_database:
                found[os.path.relpath(path, folder)] = _tables(path)
    return json.dumps(found)


def _tables(path: str) -> dict[str, dict[str, Any]]:
    """Return the tables of a database; it is read from a copy, so that no journal changes."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "copy")
        for end in ("", "-wal", "-journal"):
            if os.path.isfile(path + end):
                shutil.copyfile(path + end, copy + end)
        try:
            with closing(_connect(copy)) as connection:
                connection.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
                connection.execute("PRAGMA locking_mode = exclusive")  # no shared memory
                tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
                for (name,) in connection.execute(tables).fetchall():
                    found[name] = _table(connection, '"' + name.replace('"', '""') + '"')
        except sqlite3.Error:
            return found  # the folder's own look says what is wrong with it
    return found


def _table(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    cursor = connection.execute(f"SELECT * FROM {name} LIMIT {MOST}")
    return {
        "count": count,
        "columns": [column[0] for column in cursor.description],
        "rows": [[_shown(value) for value in row] for row in cursor],
    }


def _shown(value: object) -> str:
    text = "NULL" if value is None else value if isinstance(value, str) else repr(value)
    return text if len(text) <= CELL else f"{text[:CELL]}…"
