"""Find where a JSON text breaks, and how much before that is whole, in one pass."""

import json
import re
from dataclasses import dataclass, field

from .base import HEAD, progress

DEPTH = 100_000  # containers in each other; more are not followed
_WS = rb"[ \t\n\r]*+"
_OPEN_STRING = rb'"(?>[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+'
_STRING = _OPEN_STRING + rb'"'
_NUMBER = rb"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?"
_SCALAR = rb"(?:" + _STRING + rb"|" + _NUMBER + rb"|true|false|null)"
# Members that are no containers, each with the comma after it: taken in one step.
_IN_LIST = re.compile(rb"(?>" + _WS + _SCALAR + _WS + rb",)*+")
_IN_OBJECT = re.compile(rb"(?>" + _WS + _STRING + _WS + rb":" + _WS + _SCALAR + _WS + rb",)*+")
_SPACE = re.compile(_WS)
_TEXT = re.compile(_STRING)
_PLAIN = re.compile(_NUMBER + rb"|true|false|null")
_ODD = re.compile(rb"NaN|-?Infinity")
_GOOD = re.compile(_OPEN_STRING)


@dataclass
class Scan:
    """What one pass over a JSON text found.

    Args:
        error: why it is no JSON, as Python's json says it; None if it is.
        at: the byte where it breaks.
        whole: the bytes before that of which all values are whole.
        closers: the brackets that are open there, to be closed after them.
        depth: how many containers are in each other at most.
        odd: whether it has NaN or Infinity, which only Python writes.
    """

    error: str | None = None
    at: int = 0
    whole: int = 0
    closers: bytes = b""
    depth: int = 0
    odd: bool = False
    opened: list[int] = field(default_factory=list, repr=False)  # the byte of each open bracket
    last: list[int] = field(default_factory=list, repr=False)  # where its last value ends

    def fail(self, error: str, at: int, data: bytes) -> "Scan":
        """Keep why and where it breaks, and what is whole before."""
        self.error, self.at = error, at
        while self.opened and self.last[-1] == self.opened[-1] + 1:
            self.opened.pop()  # nothing in it is whole
            self.last.pop()
        if self.opened:
            self.whole = self.last[-1]
            self.closers = bytes(data[place] + 2 for place in reversed(self.opened))
        return self


def scan(data: bytes) -> Scan:
    """Return what a JSON text in UTF-8 is, without building its values.

    Args:
        data: the text, without a byte order mark.
    """
    found, place, end, told = Scan(), 0, len(data), 0
    opened, last = found.opened, found.last
    state = "value"
    while True:
        if place >= told:
            progress("Reading", place, end)
            told = place + 4 * HEAD
        if state in {"key", "value", "first"} and opened:
            runs = _IN_LIST if data[opened[-1]] == 0x5B else _IN_OBJECT
            taken = place if (run := runs.match(data, place)) is None else run.end()
            if taken > place:
                place, state = taken, "value" if data[opened[-1]] == 0x5B else "key"
                last[-1] = taken - 1
        place = _past_space(data, place)
        byte = data[place : place + 1]
        in_list = bool(opened) and data[opened[-1]] == 0x5B
        if state == "end":
            return found if not byte else found.fail("Extra data", place, data)
        if state in {"comma", "first"} and byte in {b"]", b"}"}:
            if (byte == b"]") != in_list:
                wanted = "',' delimiter" if state == "comma" else _wanted(in_list)
                return found.fail(f"Expecting {wanted}", place, data)
            place += 1
            opened.pop()
            last.pop()
        elif state == "comma":
            if byte != b",":
                return found.fail("Expecting ',' delimiter", place, data)
            place, state = place + 1, "value" if in_list else "key"
            continue
        elif state == "key" or (state == "first" and not in_list):
            text = _TEXT.match(data, place)
            if text is None:
                return _no_text(found, data, place, _wanted(False))
            place = _past_space(data, text.end())
            if data[place : place + 1] != b":":
                return found.fail("Expecting ':' delimiter", place, data)
            place, state = place + 1, "only"
            continue
        elif byte in {b"[", b"{"}:
            if len(opened) >= DEPTH:
                return found.fail(f"More than {DEPTH:,} brackets in each other", place, data)
            opened.append(place)
            place += 1
            last.append(place)
            found.depth = max(found.depth, len(opened))
            state = "first"
            continue
        elif byte == b'"':
            text = _TEXT.match(data, place)
            if text is None:
                return _no_text(found, data, place, "value")
            place = text.end()
        else:
            plain = _PLAIN.match(data, place)
            if plain is None:
                plain = _ODD.match(data, place)
                found.odd = found.odd or plain is not None
            if plain is None:
                return found.fail("Expecting value", place, data)
            place = plain.end()
            if place == end and opened:  # more digits may have followed
                return found.fail("Expecting ',' delimiter", place, data)
        if not opened:
            found.whole = place
            state = "end"
        else:
            last[-1] = place
            state = "comma"


def _past_space(data: bytes, place: int) -> int:
    found = _SPACE.match(data, place)
    return found.end() if found else place


def _wanted(in_list: bool) -> str:
    return "value" if in_list else "property name enclosed in double quotes"


def _no_text(found: Scan, data: bytes, place: int, wanted: str) -> Scan:
    """Say why no string is here."""
    good = _GOOD.match(data, place)
    if good is None:
        return found.fail(f"Expecting {wanted}", place, data)
    at = good.end()
    if at >= len(data):
        return found.fail("Unterminated string starting at", place, data)
    if data[at] != 0x5C:
        return found.fail("Invalid control character at", at, data)
    rest = data[at + 1 : at + 2]
    if not rest:
        return found.fail("Unterminated string starting at", place, data)
    return found.fail(
        "Invalid \\uXXXX escape" if rest == b"u" else "Invalid \\escape", at, data
    )


def where(data: bytes, at: int) -> tuple[int, int, str]:
    """Return the line and column of a byte, and the text around it with a mark below."""
    line = data.count(b"\n", 0, at) + 1
    begin = data.rfind(b"\n", 0, at) + 1
    column = len(data[begin:at].decode("utf-8", "replace")) + 1
    until = data.find(b"\n", at)
    until = len(data) if until < 0 else until
    before = data[max(begin, at - 120) : at].decode("utf-8", "replace")[-40:]
    after = data[at : min(until, at + 120)].decode("utf-8", "replace")[:40]
    before, after = (re.sub(r"[\x00-\x1f]", " ", part) for part in (before, after))
    return line, column, f"{before}{after}\n{' ' * len(before)}^"


def line_problem(line: bytes) -> str | None:
    """Return why a line of JSON Lines is no JSON value; None if it is."""
    try:
        json.loads(line)
    except (ValueError, RecursionError) as error:
        return str(error).partition(": line")[0]
    return None
