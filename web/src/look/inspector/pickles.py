"""Pickles: the opcodes are read, and what loading would fetch; none is carried out."""

import io
import pickletools
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from .base import CELL_BYTES, CELL_TEXT, HEAD, Bounded, count, finding, literal, safe
from .imports import Watch

OPCODES = 1_000_000  # read of one file; more are not looked at
WHOLE = 64 * HEAD  # bytes that are read at once
INDEX = 8 * HEAD  # bytes of the index of a dbm.dumb that are read

Pieces = dict[str | None, tuple[int, int]]


def show(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return opcodes of each pickle of a file, or of each value of a dbm.dumb data file."""
    size = file.stat().st_size
    index = dumb_index(file)
    pieces: Pieces = {None: (0, size)} if index is None else dict(index)
    watch = Watch()
    start, limit = options["offset"], options["limit"]
    with file.open("rb") as opened:
        lines = _lines(pieces, opened, size, watch)
        list(islice(lines, start))
        page = list(islice(lines, limit))
        read = start + len(page)
        rest = sum(1 for _ in islice(lines, max(0, OPCODES - read)))
    shown: dict[str, Any] = {"opcodes": page, "more": rest > 0}
    shown["findings"] = [_what(index, watch), *watch.findings()]
    if read + rest >= OPCODES:
        shown["cut"] = OPCODES
        text = f"Only the first {OPCODES:,} opcodes were read; the rest may fetch more."
        shown["findings"].append(finding("limit", text, "bad"))
    return shown


def _what(index: Pieces | None, watch: Watch) -> dict[str, Any]:
    if index is not None:
        text = (
            f"Values of a dbm.dumb: {count(len(index), 'key')}, each a pickle if it is a shelf."
        )
        return finding("dumb", f"{text} None has been loaded.")
    several = f" There are {watch.pickles:,} in the file." if watch.pickles > 1 else ""
    text = f"Pickle, protocol {watch.protocol}. These are its opcodes; it has not been loaded."
    text += several
    return finding("pickle", text)


def _lines(
    pieces: Pieces, opened: BinaryIO, size: int, watch: Watch
) -> Iterator[dict[str, Any]]:
    """Yield each opcode, and where no pickle can be read further, the complaint."""
    for key, (start, length) in pieces.items():
        end = min(size, start + length)
        stream, base = _stream(opened, start, end)
        while (begin := base + stream.tell()) < end:
            watch.begin()
            line: dict[str, Any] = {"key": key, "pickle": watch.pickles, "at": begin}
            try:
                for opcode, argument, place in pickletools.genops(stream):
                    line["at"] = base + (place or 0)
                    watch.see(opcode, argument)
                    shown = "" if argument is None else shown_argument(argument)
                    yield line | {"name": opcode.name, "argument": shown}
            except (ValueError, OverflowError, MemoryError) as error:
                watch.broke(begin, str(error))
                yield line | {"error": safe(str(error), CELL_TEXT)}
                break


def _stream(opened: BinaryIO, start: int, end: int) -> tuple[Any, int]:
    """Return what to read a pickle from, and the byte where that begins."""
    opened.seek(start)
    if end - start <= WHOLE:
        return io.BytesIO(opened.read(end - start)), start
    return Bounded(opened, end), 0


def shown_argument(value: Any) -> str:
    """Return the argument of an opcode as Python would write it, cut, whatever it is."""
    if isinstance(value, bytes | bytearray) and len(value) > CELL_BYTES:
        return f"{bytes(value[:CELL_BYTES])!r}… ({len(value):,} bytes)"
    if isinstance(value, str) and len(value) > CELL_TEXT:
        return safe(f"{value[:CELL_TEXT]!r}… ({len(value):,} characters)")
    if isinstance(value, int) and value.bit_length() > 1024:
        return f"an integer of {value.bit_length():,} bits"
    return safe(repr(value))


def is_whole(head: bytes) -> bool:
    """Tell whether the bytes are one pickle of protocol 0 or 1, which has no header."""
    try:
        stream = io.BytesIO(head)
        return sum(1 for _ in pickletools.genops(stream)) > 1 and stream.tell() == len(head)
    except (ValueError, OverflowError):
        return False


def dumb_index(file: Path) -> Pieces | None:
    """Return where the values of a dbm.dumb data file are, by key, from the index beside it."""
    if file.suffix != ".dat" or not (index := file.with_suffix(".dir")).is_file():
        return None
    if index.stat().st_size > INDEX:
        return None
    return index_of(index.read_text("latin-1"))


def index_of(text: str) -> Pieces | None:
    """Return the keys and places in the index of a dbm.dumb; None if it is not one."""
    places: Pieces = {}
    for line in text.splitlines():
        if len(line) > HEAD or not re.match(r"""['"].*, \(\d+, \d+\)$""", line):
            return None
        try:
            key, (start, length) = literal(line)
            places[safe(key.encode("latin-1").decode("utf-8", "backslashreplace"))] = (
                int(start),
                int(length),
            )
        except (ValueError, TypeError, AttributeError):
            return None
    return places
