"""Find in an output what another machine would not print."""

import functools
import platform
import re
import socket
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

_EVERYWHERE = {"", "/", "/usr", "/usr/local", "localhost"}
# What HTML can't carry, or a browser shows as nothing or as something else.
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\r]")


@functools.cache
def _values() -> dict[str, str]:
    """Return what differs from machine to machine here, and what it is."""
    python = {sys.prefix, sys.base_prefix, sys.executable, str(Path(sys.executable).resolve())}
    found = {
        platform.python_version(): "the version of this Python",
        sqlite3.sqlite_version: "the version of this SQLite",
        platform.release(): "the version of this system",
        socket.gethostname(): "the name of this machine",
        str(Path("~").expanduser()): "your home folder",
        **dict.fromkeys(python, "where this Python is"),
    }
    return {value: what for value, what in found.items() if value not in _EVERYWHERE}


def only_here(printed: str, texts: Iterable[str]) -> str | None:
    """Return what of an output another machine would not print, as a message, or None.

    Args:
        printed: the output, as its page shows it.
        texts: the page's programs; what they spell out is the same everywhere.
    """
    for value, what in _values().items():
        if value not in printed:
            continue
        spelt = (value, value.replace(".", ", "))  # a version can be spelt as a tuple
        alone = re.search(rf"(?<![\w.-]){re.escape(value)}(?![\w-])", printed)
        if alone and not any(each in text for text in texts for each in spelt):
            return f"printed {what}, which differs from machine to machine: {value}"
    return None


def unshowable(printed: str) -> str | None:
    """Return which character of an output no page can show, as a message, or None.

    Args:
        printed: the output, as its page shows it.
    """
    match = _UNSHOWABLE.search(printed)
    if match is None:
        return None
    line = printed.count("\n", 0, match.start()) + 1
    return f"printed a character that no page can show, U+{ord(match[0]):04X}, in line {line}"


def visible(text: str) -> str:
    """Return a text with what can't be seen as escapes: controls, and other ends of lines.

    Args:
        text: of an output.
    """
    return "".join(
        each if each.isprintable() or each in "\n\t" else ascii(each)[1:-1] for each in text
    )
