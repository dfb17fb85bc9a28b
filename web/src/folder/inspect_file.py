"""Say what a file is and show it, without changing it and without running what is in it."""

import ast
import codecs
import csv
import io
import json
import pickletools
import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import inspect_database
from inspect_database import CELL_BYTES, CELL_TEXT, TEXT_SHOWN, safe

PARSED = 1024 * 1024  # bytes; a longer file is shown, but not checked
PAGE = {"sqlite": 50, "pickle": 500, "bytes": 512}  # rows, opcodes, bytes
PAGE_MAX = 5000

FORMATS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".toml": "toml",
}
PICKLES = {".pickle", ".pkl", ".p", ".pck"}
MAGICS = {
    b"\x37\x7f\x06\x82": "wal",
    b"\x37\x7f\x06\x83": "wal",
    b"\xd9\xd5\x05\xf9": "journal",
}


def inspect(path: str, options: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what a file is and the part of it that was asked for, fit for JSON.

    Args:
        path: the file; it is only read.
        options: `table` (of a database), `offset` and `limit` (in rows, opcodes or bytes), and
            `as`, which may be `bytes` to have any file as a hex dump.
    """
    options = options or {}
    file = Path(path)
    if not file.is_file():
        return {"kind": "folder" if file.is_dir() else "missing", "size": 0}
    size = file.stat().st_size
    with file.open("rb") as opened:
        head = opened.read(PARSED)
    kind, show = ("bytes", _bytes) if options.get("as") == "bytes" else _kind(file, head)
    default = PAGE.get(kind, 1)
    offset = max(0, int(options.get("offset") or 0))
    limit = min(PAGE_MAX, max(1, int(options.get("limit") or default)))
    shown = show(file, head, {**options, "offset": offset, "limit": limit})
    return {"kind": kind, "size": size, "offset": offset, "limit": limit, **shown}


def _kind(file: Path, head: bytes) -> tuple[str, Callable[..., dict[str, Any]]]:
    """Return the kind of a file by its first bytes and its name, and what shows that kind."""
    suffix = file.suffix.lower()
    if not head:
        return "empty", lambda *_: {}
    if head.startswith(b"SQLite format 3\0"):
        return "sqlite", inspect_database.show
    if _dumb_index(file):
        return "pickle", _pickle
    if suffix in PICKLES or re.match(rb"\x80[\x00-\x05]", head):
        return "pickle", _pickle
    if head[:4] not in MAGICS and _is_text(head):
        return FORMATS.get(suffix) or _guess(head), _text
    return ("pickle", _pickle) if _whole_pickle(head) else ("bytes", _bytes)


# Pickle: the opcodes are read, none is carried out.


def _pickle(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return opcodes of each pickle of a file, or of each value of a dbm.dumb data file."""
    cut = file.stat().st_size > len(head)
    lines = _lines(_dumb_index(file) or {None: (0, len(head))}, head, cut)
    page = list(islice(lines, options["offset"], options["offset"] + options["limit"]))
    more = next(lines, None) is not None
    return {"opcodes": page, "more": more} | ({"cut": len(head)} if cut else {})


def _lines(
    pieces: dict[str | None, tuple[int, int]], data: bytes, cut: bool
) -> Iterator[dict[str, Any]]:
    """Yield each opcode, and where no pickle can be read further, the complaint."""
    pickles = 0
    for key, (start, length) in pieces.items():
        stream = io.BytesIO(data[start : start + length])
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        while (begin := stream.tell()) < size:
            pickles += 1
            line: dict[str, Any] = {"key": key, "pickle": pickles, "at": start + begin}
            try:
                for opcode, argument, place in pickletools.genops(stream):
                    line["at"] = start + (place or 0)
                    shown = "" if argument is None else _literal(argument)
                    yield line | {"name": opcode.name, "argument": shown}
            except (ValueError, OverflowError) as error:
                if not cut:
                    yield line | {"error": safe(str(error), CELL_TEXT)}
                break


def _literal(value: Any) -> str:
    """Return the argument of an opcode as Python would write it, cut, whatever it is."""
    if isinstance(value, bytes | bytearray) and len(value) > CELL_BYTES:
        return f"{bytes(value[:CELL_BYTES])!r}… ({len(value):,} bytes)"
    if isinstance(value, str) and len(value) > CELL_TEXT:
        return safe(f"{value[:CELL_TEXT]!r}… ({len(value):,} characters)")
    if isinstance(value, int) and value.bit_length() > 1024:
        return f"an integer of {value.bit_length():,} bits"
    return safe(repr(value))


def _whole_pickle(head: bytes) -> bool:
    """Tell whether the bytes are one pickle of protocol 1, which has no header."""
    try:
        stream = io.BytesIO(head)
        return sum(1 for _ in pickletools.genops(stream)) > 1 and stream.tell() == len(head)
    except (ValueError, OverflowError):
        return False


def _dumb_index(file: Path) -> dict[str, tuple[int, int]] | None:
    """Return where the values of a dbm.dumb data file are, by key, from the index beside it."""
    if file.suffix != ".dat" or not (index := file.with_suffix(".dir")).is_file():
        return None
    places = {}
    for line in index.read_text("latin-1").splitlines():
        try:
            key, (start, length) = ast.literal_eval(line)
            places[safe(key.encode("latin-1").decode("utf-8", "backslashreplace"))] = (
                int(start),
                int(length),
            )
        except (ValueError, SyntaxError, TypeError, AttributeError, RecursionError):
            return None
    return places


# Text, with whether it parses.


def _is_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    sample = head[:8192]
    odd = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in sample)
    high = sum(byte > 127 for byte in sample)
    text, problem = _decoded(sample, final=False)
    return odd == 0 and (problem is None or high < len(sample) // 4) and bool(text)


def _decoded(data: bytes, final: bool) -> tuple[str, str | None]:
    """Return bytes as text, and the encoding's complaint if they are not all in it."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if utf16 else "utf-8-sig"
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final), None
    except UnicodeDecodeError as error:
        return data.decode(encoding.removesuffix("-sig"), "backslashreplace"), safe(str(error))


def _guess(head: bytes) -> str:
    """Return `json` for a text without a telling name that is a JSON object or list."""
    if head.lstrip()[:1] not in {b"{", b"["}:
        return "text"
    return "json" if _complaint("json", _decoded(head, final=True)[0]) is None else "text"


def _text(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return the text, and what its parser complains about; None if it is content."""
    whole = file.stat().st_size == len(head)
    text, problem = _decoded(head, final=whole)
    name = FORMATS.get(file.suffix.lower()) or _guess(head)
    shown: dict[str, Any] = {"text": safe(text[:TEXT_SHOWN]), "encoding_error": problem}
    if not whole or len(text) > TEXT_SHOWN:
        shown["cut"] = min(len(text), TEXT_SHOWN)
    if name != "text" and whole:
        shown["complaint"] = problem or _complaint(name, text)
    return shown


def _complaint(name: str, text: str) -> str | None:
    """Return why a text is not JSON, JSON Lines, CSV or TOML; None if it is."""
    parsers: dict[str, Callable[[str], Any]] = {
        "json": json.loads,
        "jsonl": lambda text: [json.loads(line) for line in text.splitlines() if line.strip()],
        "csv": _fields,
        "tsv": lambda text: _fields(text, "\t"),
        "toml": tomllib.loads,
    }
    try:
        parsers[name](text)
    except (ValueError, csv.Error, RecursionError) as error:
        return safe(str(error), CELL_TEXT)
    return None


def _fields(text: str, delimiter: str = ",") -> None:
    """Read CSV.

    Raises:
        csv.Error: if it can't be read.
        ValueError: if a row has more or fewer fields than the first.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    widths = [len(row) for row in rows if row]
    for number, width in enumerate(widths, 1):
        if width != widths[0]:
            raise ValueError(f"row {number} has {width} fields, row 1 has {widths[0]}")


# Anything else.


def _bytes(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return a page of a hex dump: lines of 16 bytes with their place and their ASCII."""
    start = options["offset"] - options["offset"] % 16
    with file.open("rb") as opened:
        opened.seek(start)
        data = opened.read(options["limit"])
    lines = []
    for place in range(0, len(data), 16):
        part = data[place : place + 16]
        ascii_ = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)
        lines.append({"at": start + place, "hex": part.hex(" "), "ascii": ascii_})
    return {"offset": start, "lines": lines, "format": MAGICS.get(head[:4])}
