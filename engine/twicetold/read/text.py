"""Read a file as text, and say what in it a page can't show as it is."""

import codecs
import re
from functools import cache
from unicodedata import name

from twicetold.base.fault import Fault

# What no reader sees, or what shows the text around it in another order (Trojan Source).
_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
UNFIT = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f{_HIDDEN}]")
_ADVICE = "a page can't show it: write it as an escape, print it by repr(), or take it out"
_NAMES = {
    "\0": "NUL",
    "\x07": "BELL",
    "\b": "BACKSPACE",
    "\v": "VERTICAL TAB",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def lines(text: str) -> list[str]:
    """Return the lines of a text; they end at `\\n` only, as they do for MkDocs.

    Args:
        text: what was read.
    """
    found = text.split("\n")
    return found if found[-1] else found[:-1]


def decode(data: bytes, where: str, *, exact: bool = False) -> tuple[str, list[Fault]]:
    """Return a file's text with `\\n` at the end of each line, and what is wrong with it.

    Args:
        data: the file.
        where: its name in a message.
        exact: whether a page shows the very bytes, so that they may neither end their
            lines in `\\r\\n` nor lack the last newline.
    """
    faults = []
    if data.startswith(codecs.BOM_UTF8):
        data = data.removeprefix(codecs.BOM_UTF8)
        advice = "save it as UTF-8 without one"
        faults.append(Fault(where, 1, f"it begins with a byte order mark; {advice}"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return "", [*faults, Fault(where, line, problem)]
    if not exact:
        text = text.replace("\r\n", "\n")
    elif text and not text.endswith("\n"):
        problem = "it does not end in a newline, and a page can't show that; end it in one"
        faults.append(Fault(where, len(lines(text)), problem))
    return text, faults + _unfit(text, where)


def _unfit(text: str, where: str) -> list[Fault]:
    """Return a fault for each kind of character that a page can't show, where it first is."""
    first: dict[str, int] = {}
    for match in UNFIT.finditer(text):
        first.setdefault(match[0], match.start())
    return [
        Fault(where, text.count("\n", 0, start) + 1, f"it holds {_called(char)}; {_ADVICE}")
        for char, start in first.items()
    ]


@cache
def _called(character: str) -> str:
    called = _NAMES.get(character) or name(character, "a control character")
    return f"U+{ord(character):04X}, {called}"
