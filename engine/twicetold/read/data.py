"""Check that a block of JSON, TOML, CSV or SQL can be parsed."""

import csv
import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from io import StringIO

_COMMENT = re.compile(r"""('[^']*'|"[^"]*")|--[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL)
_MAKES = re.compile(r"\s*CREATE\s+(TEMP\w*\s+)?(TABLE|VIEW|(UNIQUE\s+)?INDEX|TRIGGER)\b", re.I)
_SYNTAX = ("syntax error", "incomplete", "unrecognized")
_AT_ONCE = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_PRAGMA}
_SCHEMA = {
    getattr(sqlite3, f"SQLITE_{name}")
    for name in (
        *("CREATE_TABLE", "CREATE_INDEX", "CREATE_VIEW", "CREATE_TRIGGER"),
        *("CREATE_TEMP_TABLE", "CREATE_TEMP_INDEX", "CREATE_TEMP_VIEW", "CREATE_TEMP_TRIGGER"),
        *("INSERT", "UPDATE", "READ", "REINDEX"),
    )
}


def problem(language: str, text: str) -> str:
    """Return why a text is not of its language, or nothing.

    Args:
        language: as its fence names it; other languages than these four are let pass.
        text: the block.
    """
    try:
        if language == "json":
            json.loads(text)
        elif language == "toml":
            tomllib.loads(text)
        elif language == "csv":
            widths = {len(row) for row in csv.reader(StringIO(text), strict=True)}
            if len(widths) > 1:
                return f"its rows have {' or '.join(map(str, sorted(widths)))} fields"
        elif language == "sql":
            return _sql_problem(text)
    except (ValueError, csv.Error, RecursionError) as error:
        return str(error)
    return ""


def _sql_problem(text: str) -> str:
    """Return SQLite's complaint about the syntax; unknown tables and columns are let pass.

    Nothing is run but the CREATE of what the next statements may name, in memory.
    """
    con = sqlite3.connect(":memory:")
    try:
        con.execute("PRAGMA temp_store = MEMORY")
        for line, statement in _statements(text):
            con.set_authorizer(_explaining)
            complaint = _complaint(con, f"EXPLAIN {statement}")
            if any(kind in complaint for kind in _SYNTAX):
                return f"{complaint} (in the statement on its line {line})"
            if not complaint and _MAKES.match(statement):
                con.set_authorizer(_making)
                _complaint(con, statement)
    finally:
        con.close()
    return ""


def _complaint(con: sqlite3.Connection, statement: str) -> str:
    try:
        con.execute(statement).close()
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        return str(error)
    return ""


def _explaining(action: int, *_: str | None) -> int:
    """Deny what SQLite does while it prepares a statement."""
    return sqlite3.SQLITE_DENY if action in _AT_ONCE else sqlite3.SQLITE_OK


def _making(action: int, *_: str | None) -> int:
    """Deny all but a new name in the schema: no CREATE may select, call or open anything."""
    return sqlite3.SQLITE_OK if action in _SCHEMA else sqlite3.SQLITE_DENY


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement without its comments, and the line on which it begins, from 1."""
    bare = _COMMENT.sub(lambda m: m[1] or "\n" * m[0].count("\n") or " ", text)
    start = 0
    for end in [*(m.end() for m in re.finditer(";", bare)), len(bare)]:
        statement = bare[start:end]
        if end == len(bare) or sqlite3.complete_statement(statement):
            body = statement.strip()
            if body.strip(";"):
                before = len(statement) - len(statement.lstrip())
                line = bare.count("\n", 0, start + before) + 1
                yield line, re.sub(r"^EXPLAIN\s+(QUERY\s+PLAN\s+)?", "", body, flags=re.I)
            start = end
