"""Show what is in a database of SQLite, as last committed."""

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

TEXT_SHOWN = 64 * 1024  # characters
CELL_TEXT = 500  # characters
CELL_BYTES = 64  # bytes
SECONDS = 2.0  # for one look into a database
SIBLINGS = ("-journal", "-wal", "-shm")


def show(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return a page of a table, read from a copy, so that the file and its folder stay."""
    beside = [file.with_name(file.name + end) for end in SIBLINGS]
    found: dict[str, Any] = {
        "journals": [
            {"name": safe(one.name), "size": one.stat().st_size}
            for one in beside
            if one.is_file()
        ],
        "tables": [],
        "schema": [],
    }
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.db")
        shutil.copyfile(file, copy)
        for end in ("-journal", "-wal"):
            if (sibling := file.with_name(file.name + end)).is_file():
                shutil.copyfile(sibling, f"{copy}{end}")
        try:
            with closing(sqlite3.connect(copy)) as connection:
                _read_database(connection, found, options)
        except (sqlite3.Error, OverflowError) as error:
            found["error"] = safe(str(error))
    return found


def _read_database(
    connection: sqlite3.Connection, found: dict[str, Any], options: dict[str, Any]
) -> None:
    """Put into `found` what a database holds, as far as it can be read."""
    connection.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
    deadline = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    connection.execute("PRAGMA locking_mode = exclusive")  # WAL without shared memory
    connection.execute("PRAGMA trusted_schema = off")
    for name in ("journal_mode", "user_version"):
        (found[name],) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.execute("PRAGMA query_only = on")
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    found["schema"] = [safe(sql, TEXT_SHOWN) for _, _, sql in rows if sql]
    names = [(kind, name) for kind, name, _ in rows if kind in {"table", "view"}]
    for kind, name in names:
        count = None
        if kind == "table":
            try:
                (count,) = connection.execute(
                    f"SELECT count(*) FROM {_quoted(name)}"
                ).fetchone()
            except sqlite3.Error as error:
                found.setdefault("error", safe(str(error)))
        found["tables"].append({"name": safe(name), "type": kind, "rows": count})
    if not names:
        return
    wanted = options.get("table")
    table = next((name for _, name in names if safe(name) == wanted), names[0][1])
    found["table"] = safe(table)
    found["columns"], found["rows"] = [], []
    cursor = connection.execute(
        f"SELECT * FROM {_quoted(table)} LIMIT ? OFFSET ?",
        (options["limit"], options["offset"]),
    )
    found["columns"] = [safe(column[0]) for column in cursor.description]
    for row in cursor:
        found["rows"].append([_cell(value) for value in row])


def _quoted(name: str) -> str:
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


def safe(text: str, limit: int | None = None) -> str:
    """Return a text without what can't be encoded, cut to a number of characters."""
    return text[:limit].encode("utf-8", "backslashreplace").decode("utf-8")
