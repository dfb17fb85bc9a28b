"""Read a text whole: JSON and JSON Lines, what breaks in them, and the part that is whole."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import jsons
from .base import HEAD, count, encoding_of, finding, progress

READ = 1024 * HEAD  # bytes of a text that are parsed
LINE = 64 * HEAD  # bytes of a line of JSON Lines


def read(file: Path) -> bytes:
    """Return a text in UTF-8, without a byte order mark, as far as it is parsed."""
    with file.open("rb") as opened:
        data = opened.read(READ)
    name = encoding_of(data[:HEAD])
    if name in {"utf-8", "ascii"}:
        return data
    if name == "utf-8-sig":
        return data.removeprefix(codecs.BOM_UTF8)
    return data.decode(name, "replace").encode("utf-8", "replace")


def show_json(file: Path, size: int, found: list[Any], saves: list[Any]) -> None:
    data = read(file)
    scan = jsons.scan(data)
    if scan.error is None:
        found.append(finding("json", f"JSON. It parses: {count(size, 'byte')}.", "good"))
    else:
        line, column, around = jsons.where(data, scan.at)
        text = f"JSON. It does not parse: {scan.error}: line {line} column {column}."
        found.append(finding("json-break", text, "bad") | {"code": around})
        share = 100 * scan.whole // max(1, len(data))
        whole = f"{scan.whole:,} of {count(len(data), 'byte')} ({share} %)"
        if scan.whole:
            text = f"Whole before it: {whole}. The last record of it may lack fields."
            found.append(finding("cut", text))
            saves.append({"what": "whole", "label": "The whole part, as JSON"})
        else:
            found.append(finding("cut", "No value before it is whole."))
    if scan.odd:
        text = "It has NaN or Infinity, which Python reads and other programs refuse."
        found.append(finding("nan", text, "bad"))
    if scan.depth > 900:
        text = f"{scan.depth:,} brackets are in each other: Python's json may end in a"
        found.append(finding("limit", f"{text} RecursionError (maximum recursion depth)."))


def lines(file: Path) -> Iterator[tuple[int, bytes, str | None]]:
    """Yield each line of JSON Lines that is not empty: its number, itself, its complaint."""
    with file.open("rb") as opened:
        plain = encoding_of(opened.read(4096)) in {"utf-8", "ascii"}
    with file.open("rb") if plain else io.BytesIO(read(file)) as data:
        size, number = file.stat().st_size, 0
        while line := data.readline(LINE):
            number += 1
            if number % 10_000 == 0:
                progress("Reading", data.tell(), size)
            if line.strip():
                yield number, line, jsons.line_problem(line)


def show_jsonl(file: Path, size: int, found: list[Any], saves: list[Any]) -> None:
    good = bad = 0
    first: tuple[int, str] | None = None
    for number, _, problem in lines(file):
        good += problem is None
        bad += problem is not None
        if problem is not None and first is None:
            first = number, problem
    if first is None:
        found.append(finding("jsonl", f"JSON Lines. It parses: {count(good, 'line')}.", "good"))
    else:
        text = f"JSON Lines. It does not parse: line {first[0]:,}: {first[1]}."
        found.append(finding("json-break", text, "bad"))
        whole = f"{count(good, 'line is', 'lines are')} whole, {bad:,} not."
        found.append(finding("cut", whole))
        saves.append({"what": "whole", "label": f"The {count(good, 'whole line')}"})
    if file.suffix.lower() == ".json":
        text = 'json.load says "Extra data" to it: read it line by line.'
        found.append(finding("jsonl", text))


def save_whole(file: Path, kind: str, target: Path) -> str:
    """Write the whole part of a JSON or JSON Lines file; return what was written, in words."""
    if kind == "json":
        data = read(file)
        scan = jsons.scan(data)
        with target.open("wb") as written:
            written.write(memoryview(data)[: scan.whole])
            written.write(scan.closers + b"\n")
        return f"{count(scan.whole, 'byte')} of {len(data):,} are whole."
    good = bad = 0
    with target.open("wb") as written:
        for _, line, problem in lines(file):
            good += problem is None
            bad += problem is not None
            if problem is None:
                written.write(line if line.endswith(b"\n") else line + b"\n")
    return f"{count(good, 'line')} written, {bad:,} left out."
