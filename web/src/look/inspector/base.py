"""What the parts share: findings, text that can be sent, reading within bounds."""

import ast
import codecs
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from .sections import SECTIONS

HEAD = 1024 * 1024  # bytes, by which a file is recognised
TEXT_SHOWN = 64 * 1024  # characters
CELL_TEXT = 500  # characters
CELL_BYTES = 64  # bytes
MEMBERS = 1000  # of an archive, or tables of a database

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Called with what is done, how much of it, and how much in all: whoever shows progress sets it.
tell: list[Callable[[str, int, int], object]] = []


def finding(about: str, text: str, level: str = "note") -> dict[str, Any]:
    """Return one sentence on a file, with the section of the site that explains it.

    Args:
        about: a key of SECTIONS.
        text: the sentence.
        level: `note`, `good` or `bad`.
    """
    section, title = SECTIONS[about] or (None, None)
    return {
        "about": about,
        "text": safe(text, 2000),
        "level": level,
        "section": section,
        "title": title,
    }


def progress(what: str, done: int, total: int) -> None:
    """Tell those who show it how far something is."""
    for each in tell:
        each(what, done, total)


def safe(text: str, limit: int | None = None) -> str:
    """Return a text without what can't be encoded, cut to a number of characters."""
    return text[:limit].encode("utf-8", "backslashreplace").decode("utf-8")


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def encoding_of(head: bytes) -> str:
    """Return the encoding that the first bytes are in, as Python names it."""
    for bom, name in BOMS:
        if head.startswith(bom):
            return name
    sample = head[:4096]
    if len(sample) >= 4 and sample.count(0) > len(sample) // 3:
        for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
            if sample[start::2].count(0) > 0.7 * len(sample[start::2]):
                return name
    return "ascii" if head.isascii() else "utf-8"


def literal(text: str) -> Any:
    """Return the value that a text of Python's writes.

    Raises:
        ValueError: if it is none.
    """
    try:
        return ast.literal_eval(text)
    except (SyntaxError, TypeError, RecursionError, MemoryError) as error:
        raise ValueError(str(error)) from error


class Bounded(io.RawIOBase):
    """A file that never gives more than it has, whatever a length in it claims."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size = file, size

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._file.tell())
        return self._file.read(left if size is None or size < 0 else min(size, left))

    def readline(self, size: int | None = -1) -> bytes:
        return self._file.readline(HEAD if size is None or size < 0 else size)

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True


def copied(source: Path, target: Path, what: str) -> None:
    """Copy a file, and tell how far the copy is.

    Args:
        source: what is read.
        target: what is made, in one piece so that memory holds it once.
        what: its name, for whoever shows progress.
    """
    size, done = source.stat().st_size, 0
    with source.open("rb") as read, target.open("wb") as written:
        written.truncate(size)
        while piece := read.read(4 * HEAD):
            written.write(piece)
            done += len(piece)
            progress(what, done, size)
