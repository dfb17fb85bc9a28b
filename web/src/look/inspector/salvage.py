"""Make a clean copy of a database with all rows that can be read, or write out one table."""

import csv
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from . import database, header
from .base import count, progress, safe
from .tree import Pages

LOST = "lost_and_found"


def clean(file: Path, target: Path) -> str:
    """Write what can be read of a database into a new one; return how much, in words.

    Args:
        file: the database; a copy of it is read.
        target: the new database.

    Raises:
        ValueError: if the file has no header of a database.
    """
    copy = database.copy_of(file).path
    with suppress(*database.FAULTS), database.opened(copy) as connection:
        connection.execute(
            "PRAGMA wal_checkpoint(TRUNCATE)"
        )  # the pages are read from one file
    with copy.open("rb") as opened:
        said = header.header(opened.read(100))
    if said is None:
        raise ValueError("The first 100 bytes are not those of a database.")
    target.unlink(missing_ok=True)
    pages = Pages(copy, said)
    with closing(pages), closing(sqlite3.connect(target, isolation_level=None)) as made:
        made.execute(f"PRAGMA page_size = {said.page}")
        made.execute(f"PRAGMA encoding = '{said.encoding}'")
        made.execute("PRAGMA journal_mode = off")
        made.execute("PRAGMA synchronous = off")
        made.execute("PRAGMA trusted_schema = off")
        made.execute("BEGIN")
        written, failed, named = _tables(copy, pages, made)
        lost = _lost(pages, made)
        for sql in named:
            try:
                made.execute(sql)
            except database.FAULTS:
                failed.append(sql.split("(")[0].strip()[:80])
        made.execute("COMMIT")
        made.execute(f"PRAGMA user_version = {said.user_version}")
        made.execute(f"PRAGMA application_id = {said.application_id}")
    text = f"{count(written, 'row')} of {count(len(pages.seen), 'page')} read;"
    text += f" {count(len(pages.damaged), 'damaged page')} skipped."
    if lost:
        text += f" {count(lost, 'row')} that no table led to: in the table {LOST}."
    if failed:
        text += f" Not made again: {safe('; '.join(failed[:5]))}."
    return text


def _tables(
    copy: Path, pages: Pages, made: sqlite3.Connection
) -> tuple[int, list[str], list[str]]:
    """Fill each table; return the rows written, what failed, and what is to be made after."""
    written, failed, named = 0, [], []
    schema = [values for _, values in pages.rows(1) if len(values) >= 5]
    for number, (kind, name, _, root, sql) in enumerate(values[:5] for values in schema):
        progress("Reading tables", number, len(schema))
        if not isinstance(sql, str) or not isinstance(name, str):
            continue
        if kind != "table" or name.startswith("sqlite_"):
            named += [sql] if kind in {"index", "view", "trigger"} else []
            continue
        try:
            made.execute(sql)
        except database.FAULTS:
            failed.append(f"table {name}")
            continue
        if (
            isinstance(root, int)
            and root
            and not sql.lstrip().upper().startswith("CREATE VIRTUAL")
        ):
            if "WITHOUT ROWID" in sql.upper():
                written += _by_sql(copy, name, made)
            else:
                written += _by_page(pages, root, name, made)
    return written, failed, named


def _by_page(pages: Pages, root: int, name: str, made: sqlite3.Connection) -> int:
    columns = made.execute(f"PRAGMA table_xinfo({database.quoted(name)})").fetchall()
    stored = [column for column in columns if column[6] != 2]  # what is computed is not stored
    keys = [column for column in stored if column[5]]
    own = keys[0][1] if len(keys) == 1 and keys[0][2].upper() == "INTEGER" else None
    written = 0
    for rowid, values in pages.rows(root):
        row = {
            column[1]: value
            for column, value in zip(stored, values, strict=False)
            if column[6] == 0
        }
        if own is not None:
            row[own] = rowid
        names = ", ".join(database.quoted(each) for each in row)
        marks = ", ".join("?" * len(row))
        table = database.quoted(name)
        with suppress(*database.FAULTS):
            query = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
            written += made.execute(query, list(row.values())).rowcount > 0
    return written


def _by_sql(copy: Path, name: str, made: sqlite3.Connection) -> int:
    written = 0
    query = f"SELECT * FROM {database.quoted(name)}"
    with suppress(*database.FAULTS), database.opened(copy, steps=database.CHECK) as connection:
        for row in connection.execute(query):
            marks = ", ".join("?" * len(row))
            insert = f"INSERT OR IGNORE INTO {database.quoted(name)} VALUES ({marks})"
            written += made.execute(insert, row).rowcount > 0
    return written


def _lost(pages: Pages, made: sqlite3.Connection) -> int:
    """Put rows of pages that no table led to into a table of their own; return how many."""
    if not pages.damaged:
        return 0
    lost, width = 0, 0
    for number, (rowid, values) in pages.lost():
        values = values[:1000]
        if not lost:
            made.execute(f"CREATE TABLE IF NOT EXISTS {LOST} (page INTEGER, id INTEGER)")
        for column in range(width, len(values)):
            made.execute(f"ALTER TABLE {LOST} ADD COLUMN c{column}")
        width = max(width, len(values))
        marks = ", ".join("?" * (len(values) + 2))
        names = ", ".join(["page", "id", *(f"c{column}" for column in range(len(values)))])
        insert = f"INSERT INTO {LOST} ({names}) VALUES ({marks})"
        made.execute(insert, [number, rowid, *values])
        lost += 1
    return lost


def table(file: Path, name: str, what: str, target: Path) -> str:
    """Write a table of a copy of a database as CSV or JSON; return how many rows, in words.

    Args:
        file: the database.
        name: the table, as it is shown.
        what: `csv` or `json`.
        target: the file to write.
    """
    with database.opened(database.copy_of(file).path, steps=database.CHECK) as connection:
        connection.execute("PRAGMA query_only = on")
        rows = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        )
        known = next(each for (each,) in rows if safe(each) == name)
        cursor = connection.execute(f"SELECT * FROM {database.quoted(known)}")
        names = [safe(column[0]) for column in cursor.description]
        written, problem = 0, ""
        with target.open(
            "w", encoding="utf-8", errors="backslashreplace", newline=""
        ) as opened:
            write = (_csv if what == "csv" else _json)(opened, names)
            try:
                for row in cursor:
                    write(row)
                    written += 1
                    if written % 10_000 == 0:
                        progress("Writing rows", written, 0)
            except database.FAULTS as error:
                problem = f" Then SQLite says: {error}"
            write(None)
    return f"{count(written, 'row')}. BLOBs are written in hexadecimal.{problem}"


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and value - value != 0 else value


def _csv(opened: Any, names: list[str]) -> Any:
    writer = csv.writer(opened)
    writer.writerow(names)
    return lambda row: row and writer.writerow([_plain(value) for value in row])


def _json(opened: Any, names: list[str]) -> Any:
    before = ["[\n"]

    def write(row: Iterable[Any] | None) -> None:
        if row is None:
            opened.write("\n]\n" if before[0] != "[\n" else "[]\n")
            return
        values = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        opened.write(before[0] + json.dumps(values, ensure_ascii=False))
        before[0] = ",\n"

    return write
