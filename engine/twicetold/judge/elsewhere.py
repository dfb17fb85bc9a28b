"""Find in an output what another machine would not print."""

import datetime
import functools
import platform
import re
import socket
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from twicetold.judge.verdict import Finding, Kind
from twicetold.read.text import UNFIT

_EVERYWHERE = {"", "/", "/usr", "/usr/local", "localhost"}
_DATES = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%m/%d/%y", "%b %e")
_ASKS_DATE = r"today\(|now\(|'now'|CURRENT_|time\(\)|gmtime|st_[amc]time|\bdate\b"


@functools.cache
def _values() -> dict[str, tuple[str, str]]:
    """Return what differs from machine to machine, and what it is with how programs ask for it.

    A machine can be called as anything else is: an output that holds its name tells nothing
    unless the program asks for it.
    """
    python = {sys.prefix, sys.base_prefix, sys.executable, str(Path(sys.executable).resolve())}
    found = {
        platform.python_version(): ("the version of this Python", "version"),
        sqlite3.sqlite_version: ("the version of this SQLite", "version"),
        platform.release(): ("the version of this system", "release|uname|platform"),
        socket.gethostname(): ("the name of this machine", "hostname|getfqdn|node|uname"),
        str(Path("~").expanduser()): ("your home folder", ""),
        **dict.fromkeys(python, ("where this Python is", "")),
    }
    return {value: each for value, each in found.items() if value not in _EVERYWHERE}


def _today() -> dict[str, tuple[str, str]]:
    """Return how this day is written, as `_values` does; examples run in UTC."""
    today = datetime.datetime.now(datetime.UTC)
    return {today.strftime(each): ("today's date", _ASKS_DATE) for each in _DATES}


def only_here(printed: str, texts: Iterable[str]) -> Finding | None:
    """Return what of an output another machine, or another day, would not print, or None.

    Args:
        printed: the output, as its page shows it.
        texts: the page's programs; what they spell out is the same everywhere.
    """
    program = "\n".join(texts)
    for value, (what, asked) in (_values() | _today()).items():
        spelled = {value, value.replace(".", ", ")}  # a version can be written as a tuple
        if (
            value in printed
            and re.search(rf"(?<![\w.-]){re.escape(value)}(?![\w-])", printed)
            and re.search(asked, program)
            and not any(each in program for each in spelled)
        ):
            return Finding(Kind.DAY if asked == _ASKS_DATE else Kind.MACHINE, (what, value))
    return None


def unshowable(printed: str) -> Finding | None:
    """Return what of an output no page can show, or None.

    Args:
        printed: the output, as its page shows it.
    """
    match = UNFIT.search(printed)
    if match is None:
        lacks = printed and not printed.endswith("\n")
        return Finding(Kind.NO_NEWLINE) if lacks else None
    line = printed.count("\n", 0, match.start()) + 1
    return Finding(Kind.CHARACTER, (f"U+{ord(match[0]):04X}", line))


def visible(text: str) -> str:
    """Return a text with what can't be seen as escapes: controls, and other ends of lines.

    Args:
        text: of an output.
    """
    return "".join(
        each if each.isprintable() or each in "\n\t" else ascii(each)[1:-1] for each in text
    )
