"""Text: in which encoding, of which format, and whether it parses."""

import codecs
import configparser
import csv
import io
import re
import tomllib
from itertools import islice
from pathlib import Path
from typing import Any

from . import jsons, pickles
from .base import HEAD, TEXT_SHOWN, count, encoding_of, finding, safe
from .records import READ, read, show_json, show_jsonl

PARSED = HEAD  # bytes of a TOML or INI file that are parsed, which is slow
SAMPLE = 64 * 1024  # characters by which a format is guessed
NAMES = {"utf-8-sig": "UTF-8 with a byte order mark", "utf-8": "UTF-8", "ascii": "ASCII"}
KINDS = {
    "csv": "CSV",
    "dumb": "Index of a dbm.dumb",
    "html": "HTML page",
    "ini": "INI",
    "json": "JSON",
    "jsonl": "JSON Lines",
    "lfs": "Git LFS pointer",
    "text": "Text",
    "toml": "TOML",
}
HEADER = re.compile(r"\s*(?:[#;].*\s+)*\[\[?[^\[\]{}:\n]+\]\]?[ \t]*(?:[#;].*)?$", re.MULTILINE)


def is_text(head: bytes) -> bool:
    """Tell whether the first bytes are text."""
    encoding = encoding_of(head)
    sample = head[:8192]
    text, problem = decoded(sample, final=False)
    if encoding.startswith(("utf-16", "utf-32")):
        return problem is None and not re.search(r"[\x00-\x08\x0e-\x1a\ufffe\uffff]", text)
    odd = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in sample)
    high = sum(byte > 127 for byte in sample)
    return odd == 0 and (problem is None or high < len(sample) // 4) and bool(text)


def decoded(data: bytes, final: bool = False) -> tuple[str, str | None]:
    """Return bytes as text, and the encoding's complaint if they are not all in it."""
    encoding = encoding_of(data)
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final), None
    except UnicodeDecodeError as error:
        return data.decode(encoding.removesuffix("-sig"), "backslashreplace"), safe(str(error))


def certain(text: str) -> str | None:
    """Return the format that the beginning of a text shows; None if it shows none."""
    start = text.lstrip()[:1000]
    if re.match(r"(?i)<(!doctype\s+html|html|head|body)\b", start):
        return "html"
    if start.startswith("version https://git-lfs.github.com/spec/"):
        return "lfs"
    if re.match(r"""['"].*, \(\d+, \d+\)$""", text.partition("\n")[0][:1000]):
        return "dumb" if pickles.index_of(text) is not None else None
    if HEADER.match(text[:1000]) and re.search(r"^[^{}\n]*=", text, re.MULTILINE):
        return None
    if not re.match(r"""\{\s*(["}]|$)|\[\s*([\[{"\]0-9tfnN-]|$)""", start):
        return None
    first, _, rest = text.lstrip().partition("\n")
    if rest.strip() and len(first) < HEAD and jsons.line_problem(first.encode()) is None:
        return "jsonl"
    return "json"


def guess(text: str) -> str:
    """Return the format that a text parses as, or `text`."""
    sample = text if len(text) <= SAMPLE else text[: text.rfind("\n", 0, SAMPLE) + 1]
    if "=" in sample and _complaint("toml", sample) is None:
        return "toml"
    if HEADER.search(sample) and _complaint("ini", sample) is None:
        return "ini"
    return "csv" if _delimiter(sample) and "\n" in sample.strip() else "text"


def _delimiter(sample: str) -> str | None:
    """Return what parts the fields of the first lines, each in as many."""
    for delimiter in ",\t;|":
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        try:
            widths = {len(row) for row in islice(rows, 5) if row}
        except csv.Error:
            continue
        if len(widths) == 1 and widths != {1}:
            return delimiter
    return None


def show(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return the text, and what its parser complains about."""
    name, size = options["kind"], file.stat().st_size
    text, problem = decoded(head, final=size == len(head))
    shown: dict[str, Any] = {"text": safe(text[:TEXT_SHOWN]), "findings": [], "saves": []}
    if size > len(head) or len(text) > TEXT_SHOWN:
        shown["cut"] = min(len(text), TEXT_SHOWN)
    found: list[dict[str, Any]] = shown["findings"]
    if name in {"json", "jsonl"}:
        (show_json if name == "json" else show_jsonl)(file, size, found, shown["saves"])
    elif name in {"csv", "ini", "toml"}:
        found += _parsed(name, file, size)
    elif name == "html":
        text = "An HTML page, not data: perhaps a download that answered with an error page."
        found.append(finding("html", text, "bad"))
    elif name == "lfs":
        text = "A Git LFS pointer: the data is not here. `git lfs pull` fetches it."
        found.append(finding("lfs", text, "bad"))
    elif name == "dumb":
        keys = count(len(pickles.index_of(text) or ()), "key")
        text = f"The index of a dbm.dumb, {keys}. The values are in the .dat file beside it."
        found.append(finding("dbm", text))
    else:
        found.append(finding("plain", "Text."))
    found += _encoding(head, problem)
    return shown


def _encoding(head: bytes, problem: str | None) -> list[dict[str, Any]]:
    name = encoding_of(head)
    if problem is None:
        text = f"Encoding: {NAMES.get(name, name.upper())}."
        return [] if name in {"utf-8", "ascii"} else [finding("encoding", text)]
    found = [finding("encoding", f"Not all of it is {name.upper()}: {problem}", "bad")]
    high = re.search(rb"[ -~]{0,20}[\x80-\xff][ -~\x80-\xff]{0,20}", head)
    if high:
        text = f"In Windows-1252 it would read: {high.group().decode('cp1252', 'replace')}"
        found.append(finding("encoding", text))
    return found


def _parsed(name: str, file: Path, size: int) -> list[dict[str, Any]]:
    title = KINDS[name]
    if size > (READ if name == "csv" else PARSED):
        return [finding("limit", f"{title}. It is too long to be checked here.")]
    text = read(file).decode("utf-8", "backslashreplace")
    problem = _complaint(name, text)
    if problem is not None:
        return [finding(name, f"{title}. It does not parse: {problem}", "bad")]
    return [finding(name, f"{title}. It parses.", "good")]


def _complaint(name: str, text: str) -> str | None:
    """Return why a text is not CSV, INI or TOML; None if it is."""
    parsers: dict[str, Any] = {
        "csv": _fields,
        "ini": configparser.RawConfigParser().read_string,
        "toml": tomllib.loads,
    }
    try:
        parsers[name](text)
    except (ValueError, csv.Error, configparser.Error, RecursionError) as error:
        return safe(str(error), 500).replace("\n", " ")
    return None


def _fields(text: str) -> None:
    """Read CSV.

    Raises:
        csv.Error: if it can't be read.
        ValueError: if a row has more or fewer fields than the first.
    """
    delimiter = _delimiter(text[:SAMPLE]) or ("\t" if "\t" in text[:1000] else ",")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    wanted = None
    for number, row in enumerate((row for row in rows if row), 1):
        wanted = wanted or len(row)
        if len(row) != wanted:
            raise ValueError(f"row {number} has {len(row)} fields, row 1 has {wanted}")
