"""Check that a block of JSON, TOML, CSV or SQL can be parsed."""

import csv
import json
import sqlite3
import tomllib
from io import StringIO


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
    except (ValueError, csv.Error) as error:
        return str(error)
    return ""


def _sql_problem(text: str) -> str:
    """Return SQLite's complaint about the syntax; unknown tables and columns are let pass."""
    con = sqlite3.connect(":memory:")
    try:
        con.executescript(text)
    except sqlite3.Error as error:
        message = str(error)
        if "syntax error" in message or "incomplete" in message or "unrecognized" in message:
            return message
    finally:
        con.close()
    return ""
