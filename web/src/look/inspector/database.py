"""Show what is in a database of SQLite, as last committed; only a copy is ever opened."""

import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import header, logs
from .base import CELL_BYTES, CELL_TEXT, MEMBERS, TEXT_SHOWN, copied, count, finding, safe

STEPS = 30_000_000  # instructions of SQLite's machine, for one look
CHECK = 2_000_000_000  # and for a check of all pages
FAULTS = (sqlite3.Error, OverflowError, MemoryError, ValueError)  # ValueError: of the text
SIBLINGS = ("-journal", "-wal", "-shm")


def beside(file: Path) -> list[Path]:
    """Return those of a database's side files that are there."""
    found = (file.with_name(file.name + end) for end in SIBLINGS)
    return [one for one in found if one.is_file()]


@dataclass
class Copy:
    """A copy of a database, in a folder that goes with it.

    Args:
        path: of the copy, which SQLite may fold its side files into.
        alone: the rows of each table as the file alone had them, if it has side files.
    """

    path: Path
    alone: dict[str, int | None]


def copy_of(file: Path) -> Copy:
    """Return a copy of a database with its side files, kept until another is asked for."""
    stamps = [(one.stat().st_size, one.stat().st_mtime_ns) for one in (file, *beside(file))]
    return _copy(file, *stamps)


@lru_cache(maxsize=1)
def _copy(file: Path, *stamps: tuple[int, int]) -> Copy:
    target = Path(tempfile.mkdtemp(prefix="look-"), "copy.db")
    made = Copy(target, {})
    weakref.finalize(made, shutil.rmtree, target.parent, ignore_errors=True)
    copied(file, target, "Copying")
    for end in ("-journal", "-wal"):
        if (sibling := file.with_name(file.name + end)).is_file():
            copied(sibling, Path(f"{target}{end}"), "Copying")
    if len(stamps) > 1:
        made.alone = logs.counts(target)
    return made


@contextmanager
def opened(copy: Path, alone: bool = False, steps: int = STEPS) -> Iterator[sqlite3.Connection]:
    """Open a copy of a database; nothing in it is trusted, and its work is bounded.

    Args:
        copy: the database.
        alone: whether to read it as if its -wal and -journal were not there.
        steps: instructions of SQLite's machine after which it is interrupted.
    """
    uri = f"{copy.as_uri()}?immutable=1" if alone else copy.as_uri()
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        left = [steps]

        def spend() -> bool:
            left[0] -= 100_000
            return left[0] < 0

        connection.set_progress_handler(spend, 100_000)
        connection.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
        connection.execute("PRAGMA locking_mode = exclusive")  # WAL without shared memory
        connection.execute("PRAGMA trusted_schema = off")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        yield connection


def show(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return what a database is, and a page of one of its tables."""
    said = header.header(head)
    found: dict[str, Any] = {
        "journals": [
            {"name": safe(one.name), "size": one.stat().st_size} for one in beside(file)
        ],
        "tables": [],
        "schema": [],
        "findings": [],
        "saves": [],
    }
    if said:
        found["facts"] = header.facts(said, file.stat().st_size)
    copy = copy_of(file)
    try:
        with opened(copy.path) as connection:
            _read(connection, found, options)
    except FAULTS as error:
        found["error"] = safe(str(error))
    found["findings"] += _findings(file, said, found, copy.alone)
    found["saves"] = _saves(found)
    return found


def _findings(
    file: Path, said: header.Header | None, found: dict[str, Any], before: dict[str, int | None]
) -> list[dict[str, Any]]:
    mode, version = found.get("journal_mode"), found.get("user_version")
    text = "SQLite database."
    if mode is not None:
        text += f" journal_mode: {mode}, user_version: {version}."
    all_found = [finding("user-version" if version else "sqlite", text)]
    if found.get("dbm"):
        text = "A shelf or a dbm of Python 3.13 or newer: each row is a key and its value."
        all_found.append(finding("shelf", text))
    all_found += logs.findings(file, said, found["tables"], before)
    if "error" in found:
        all_found.append(finding("damage", f"SQLite says: {found['error']}", "bad"))
    elif not found["tables"]:
        all_found.append(finding("commit", "It has no tables."))
    if found.get("more_tables"):
        text = f"It has {found['more_tables']:,} tables; the first {MEMBERS:,} are listed."
        all_found.append(finding("limit", text))
    return all_found


def _saves(found: dict[str, Any]) -> list[dict[str, Any]]:
    saves = [{"what": "clean", "label": "Clean copy with all rows that can be read"}]
    if any(one["name"].endswith(("-wal", "-journal")) for one in found["journals"]):
        label = "One file, with its -wal folded in and a cut transaction undone"
        saves.append({"what": "folded", "label": label})
    if table := found.get("table"):
        saves += [
            {"what": what, "label": f"{table} as {what.upper()}", "table": table}
            for what in ("csv", "json")
        ]
    return saves


def _read(
    connection: sqlite3.Connection, found: dict[str, Any], options: dict[str, Any]
) -> None:
    """Put into `found` what a database holds, as far as it can be read."""
    for name in ("journal_mode", "user_version"):
        (found[name],) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.execute("PRAGMA query_only = on")
    objects = connection.execute("SELECT type, name, sql FROM sqlite_master")
    rows = [row for row, _ in zip(objects, range(4 * MEMBERS), strict=False)]
    found["schema"] = [safe(sql, TEXT_SHOWN) for _, _, sql in rows if sql][:MEMBERS]
    names = [(kind, name) for kind, name, _ in rows if kind in {"table", "view"}]
    if len(names) > MEMBERS:
        with suppress(*FAULTS):
            (found["more_tables"],) = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view')"
            ).fetchone()
    for kind, name in names[:MEMBERS]:
        rows_ = None
        if kind == "table":
            try:
                rows_ = _count(connection, name)
            except FAULTS as error:
                found.setdefault("error", safe(str(error)))
        found["tables"].append({"name": safe(name), "type": kind, "rows": rows_})
    found["dbm"] = [name for _, name in names] == ["Dict"]
    if names:
        wanted = options.get("table")
        table = next((name for _, name in names if safe(name) == wanted), names[0][1])
        found["table"] = safe(table)
        found["columns"], found["rows"] = [], []
        cursor = connection.execute(
            f"SELECT * FROM {quoted(table)} LIMIT ? OFFSET ?",
            (options["limit"], options["offset"]),
        )
        found["columns"] = [safe(column[0]) for column in cursor.description]
        for row in cursor:
            found["rows"].append([_cell(value) for value in row])


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])


def quoted(name: str) -> str:
    """Return a name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _cell(value: Any) -> dict[str, Any]:
    """Return a value of a database as its storage class, its text, and its size if cut."""
    if value is None:
        return {"type": "null", "text": "NULL"}
    if isinstance(value, bytes):
        cell: dict[str, Any] = {"type": "blob", "text": value[:CELL_BYTES].hex(" ")}
        return cell | {"size": len(value)}
    if isinstance(value, str):
        cell = {"type": "text", "text": safe(value, CELL_TEXT)}
        return cell | ({"size": len(value)} if len(value) > CELL_TEXT else {})
    return {"type": "integer" if isinstance(value, int) else "real", "text": repr(value)}


def check(file: Path) -> list[dict[str, Any]]:
    """Return what integrity_check says of a copy of a database, in words."""
    try:
        with opened(copy_of(file).path, steps=CHECK) as connection:
            connection.execute("PRAGMA query_only = on")
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(100)")]
    except FAULTS as error:
        said = [str(error)]
    if said == ["ok"]:
        text = "integrity_check: ok. Every page, row and index is in order."
        return [finding("checked", text, "good")]
    lines = [line for text in said for line in text.splitlines() if not line.startswith("***")]
    text = f"integrity_check has {count(len(lines), 'complaint')}."
    return [finding("check", text, "bad"), *logs.in_words(lines)]


def folded(file: Path, target: Path) -> str:
    """Write a database as one file: what is in its -wal put in, a cut transaction undone."""
    copy = copy_of(file).path
    with opened(copy, steps=CHECK) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = delete")
    copied(copy, target, "Writing")
    _copy.cache_clear()
    return f"{count(target.stat().st_size, 'byte')}, nothing else belongs to it."
