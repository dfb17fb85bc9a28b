"""What a database's -wal and -journal hold that the file alone does not, in words."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import database, header
from .base import count, finding, safe

COMPARED = 50  # tables
WORDS = (
    (r"row (\S+) missing from index (.+)", "An index lacks a row: REINDEX makes it again"),
    (r"wrong # of entries in index", "An index has too many or too few rows: REINDEX helps"),
    (r"non-unique entry in index", "Two rows have a value that must be unique"),
    (r"NULL value in", "A column that must not be NULL is NULL"),
    (r"CHECK constraint failed", "A row breaks a CHECK of its table"),
    (r"never used", "A page belongs to nothing: only space is lost"),
    (r"2nd reference to page", "Two tables claim the same page: rows are mixed up"),
    (r"btreeInitPage|is not a database", "A page does not hold what it should: overwritten"),
    (r"invalid page number|unable to get the page", "A page is missing: the file was cut"),
    (r"out of order", "Rows are not in their order: a page was overwritten by an older one"),
    (
        r"freelist|free-page|Freelist",
        "The list of free pages is wrong: no rows are lost by that",
    ),
    (r"malformed|corrupt", "Pages of it were overwritten or are missing"),
    (r"interrupted", "The check was given up, because it took too long"),
)


def counts(copy: Path) -> dict[str, int | None]:
    """Return the rows of each table as the database file alone has them, without side files."""
    found: dict[str, int | None] = {}
    with (
        suppress(*database.FAULTS),
        database.opened(copy, alone=True) as connection,
    ):
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [row[0] for row, _ in zip(tables, range(COMPARED), strict=False)]
        for name in names:
            found[safe(name)] = None
            with suppress(*database.FAULTS):
                query = f"SELECT count(*) FROM {database.quoted(name)}"
                found[safe(name)] = int(connection.execute(query).fetchone()[0])
    return found


def findings(
    file: Path,
    said: header.Header | None,
    tables: list[dict[str, Any]],
    before: dict[str, int | None],
) -> list[dict[str, Any]]:
    """Return what the side files of a database change, and whether its end is missing.

    Args:
        file: the database.
        said: its header.
        tables: as they are with the side files.
        before: the rows of each as the file alone has them.
    """
    found = []
    size = file.stat().st_size
    if said and (size % said.page or size < said.pages * said.page):
        text = f"Its header counts {count(said.pages, 'page')}, the file holds"
        text = f"{text} {size / said.page:,.10g}: its end is missing."
        found.append(finding("damage", text, "bad"))
    log = file.with_name(f"{file.name}-wal")
    undo = file.with_name(f"{file.name}-journal")
    if log.is_file():
        found.append(_of_wal(file, log, _changed(tables, before)))
    if undo.is_file():
        hot = header.journal(undo)
        if hot:
            text = "A hot journal is beside it: a transaction was cut off. Opening the database"
            text += f" undoes it: {count(hot.records, 'page')} go back, and the file to"
            text += f" {count(hot.before, 'page')}.{_changed(tables, before)}"
            found.append(finding("hot", text, "bad"))
        else:
            found.append(finding("hot", "The -journal beside it is not hot: nothing to undo."))
    if not log.is_file() and not undo.is_file():
        found.append(finding("no-journal", "No -journal and no -wal is here."))
        if said and said.wal:
            text = (
                "It is in WAL mode: if there is a file of its name with -wal, choose both. That"
            )
            text += " may hold the last commits, which are not in this one."
            found.append(finding("wal-alone", text))
    return found


def _of_wal(file: Path, log: Path, changed: str) -> dict[str, Any]:
    held = header.wal(log)
    open_ = (
        f" {count(held.open, 'page')} after the last commit are of none." if held.open else ""
    )
    if not held.commits:
        return finding("wal", f"The -wal beside it holds no commit.{open_}")
    different = header.differing(file, log, held)
    text = f"The -wal holds {count(held.commits, 'commit')} ({count(held.frames, 'page')})."
    if not different:
        return finding("wal", f"{text} All of it is in the database file, too.{open_}")
    text += (
        f" {count(different, 'page')} of it is not yet in the database: copy both files."
        f"{changed}{open_}"
    )
    return finding("wal", text, "bad")


def _changed(tables: list[dict[str, Any]], before: dict[str, int | None]) -> str:
    """Say which tables have other rows in the file alone."""
    said = []
    for table in tables[:COMPARED]:
        if table["type"] != "table" or table["rows"] is None:
            continue
        alone = before.get(table["name"], "no such table")
        alone = "can't be read" if alone is None else alone
        if alone != table["rows"]:
            text = f"{alone:,}" if isinstance(alone, int) else alone
            said.append(f"{table['name']}: {text} in the file alone, {table['rows']:,} with it")
    return f" Rows of {'; of '.join(said)}." if said else ""


def in_words(lines: list[str]) -> list[dict[str, Any]]:
    """Return complaints of integrity_check, those of a kind together, each in words."""
    groups: dict[str, list[str]] = {}
    for line in lines:
        words = next(
            (words for sign, words in WORDS if re.search(sign, line)), "Something else"
        )
        groups.setdefault(words, []).append(line)
    return [
        finding("check", f"{words} ({len(each):,}). SQLite says: {safe(each[0], 200)}", "bad")
        for words, each in groups.items()
    ]


def alone(file: Path, kind: str) -> list[dict[str, Any]]:
    """Return what a -wal or -journal is that was chosen itself."""
    if kind == "wal":
        held = header.wal(file)
        text = f"Write-ahead log of a SQLite database: {count(held.commits, 'commit')},"
        text += f" {count(held.frames, 'page')} of {held.page:,} bytes."
        return [finding("wal-alone", f"{text} Choose it together with its database.")]
    hot = header.journal(file)
    text = "Rollback journal of a SQLite database."
    if hot:
        text += f" It is hot: {count(hot.records, 'page')} of {hot.page:,} bytes would go back."
    return [finding("journal-alone", f"{text} Choose it together with its database.")]
