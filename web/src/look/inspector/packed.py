"""Compressed files and archives: what is in them, unpacked only so far."""

import importlib
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from . import kinds
from .base import HEAD, MEMBERS, Bounded, count, finding, progress, safe

UNPACKED = 256 * HEAD  # bytes that are unpacked to see whether a file is whole
RATIO = 200  # times; what unpacks to more may be meant to fill a memory
NAMES = {"gzip": "gzip", "bz2": "bzip2", "xz": "xz", "zstd": "Zstandard"}


def _decompressor(kind: str) -> Any:
    """Return what unpacks a kind, where this Python has it: browsers lack some."""
    if kind == "gzip":
        return zlib.decompressobj(31)
    if kind == "bz2":
        return importlib.import_module("bz2").BZ2Decompressor()
    if kind == "xz":
        lzma = importlib.import_module("lzma")
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=512 * HEAD)
    return importlib.import_module("compression.zstd").ZstdDecompressor()


def _pieces(kind: str, file: Path) -> Iterator[bytes]:
    """Yield what a file unpacks to, at most so much at a time.

    Raises:
        EOFError: if its end is missing.
    """
    size = file.stat().st_size
    with file.open("rb") as opened:
        unpack, rest, fresh = _decompressor(kind), b"", True
        while True:
            progress("Unpacking", opened.tell(), size)
            data = rest or opened.read(HEAD)
            if not data:
                if fresh:
                    return
                raise EOFError("its end is missing")
            if kind == "gzip":
                piece = unpack.decompress(data, HEAD)
                rest = unpack.unconsumed_tail or unpack.unused_data
            else:
                piece = unpack.decompress(data, max_length=HEAD)
                rest = unpack.unused_data if unpack.eof else b""
                while piece and not unpack.eof and not unpack.needs_input:
                    yield piece
                    piece = unpack.decompress(b"", max_length=HEAD)
                    rest = unpack.unused_data if unpack.eof else b""
            fresh = False
            yield piece
            if unpack.eof:
                rest = rest.lstrip(b"\0")
                unpack, fresh = _decompressor(kind), True
                if rest and kinds.by_magic(rest + bytes(600)) != kind:
                    raise ValueError("something else follows after its end")


def show_packed(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return what a compressed file holds, and whether it is whole."""
    kind, size = options["kind"], file.stat().st_size
    first, done, problem = bytearray(), 0, ""
    try:
        for piece in _pieces(kind, file):
            done += len(piece)
            first += piece[: HEAD - len(first)]
            if done > UNPACKED:
                problem = "more"
                break
    except ImportError:
        text = f"Compressed with {NAMES[kind]}, which the Python that looks at it can't unpack."
        return {"findings": [finding("archive", text)]}
    except Exception as error:  # whatever a damaged stream makes of it
        problem = str(error) or type(error).__name__
    found = [finding("archive", f"Compressed with {NAMES[kind]}: {count(size, 'byte')}.")]
    if problem == "more":
        text = f"It unpacks to more than {UNPACKED:,} bytes; the rest was not looked at."
        found.append(finding("limit", text))
    elif problem:
        text = f"It is damaged or cut: {safe(problem)}. {count(done, 'byte')} before are whole."
        found.append(finding("cut", text, "bad"))
    else:
        found.append(
            finding("archive", f"It is whole: {count(done, 'byte')} unpacked.", "good")
        )
    if done > RATIO * size:
        text = f"It grows to {done // size:,} times its size: unpack it only within a limit."
        found.append(finding("bomb", text, "bad"))
    if first:
        inner = kinds.kind(Path(file.stem), bytes(first))
        found.append(finding("archive", f"In it: {inner}."))
    return {"findings": found}


def show_zip(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return the members of a zip archive; nothing is unpacked."""
    return _members(file, "Zip archive", _in_zip)


def show_tar(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return the members of a tar archive; nothing is unpacked."""
    return _members(file, "Tar archive", _in_tar)


def _members(file: Path, title: str, read: Callable[[Path, list[Any]], str]) -> dict[str, Any]:
    rows: list[tuple[str, int, int]] = []
    problem = read(file, rows)
    size, total = file.stat().st_size, sum(row[1] for row in rows)
    arrays = bool(rows) and all(row[0].endswith(".npy") for row in rows)
    title = "Arrays of NumPy (.npz)" if arrays else title
    found = [
        finding("archive", f"{title}: {count(len(rows), 'file')}, {total:,} bytes unpacked.")
    ]
    if problem:
        found.append(finding("cut", f"It is damaged or cut: {safe(problem)}.", "bad"))
    if total > RATIO * size:
        text = (
            f"It claims to unpack to {total // max(1, size):,} times its size: perhaps a bomb."
        )
        found.append(finding("bomb", f"{text} Unpack it only within a limit.", "bad"))
    outside = [row[0] for row in rows if row[0].startswith(("/", "\\")) or ".." in row[0]]
    if outside:
        text = f"{count(len(outside), 'name leads', 'names lead')} out of the folder that it is"
        found.append(finding("archive", f"{text} unpacked in: {safe(outside[0], 100)}", "bad"))
    shown = [[safe(name, 200), f"{size:,}"] for name, size, _ in rows[:MEMBERS]]
    if len(rows) > MEMBERS:
        found.append(finding("limit", f"The first {MEMBERS:,} are listed."))
    return {"findings": found, "grid": {"heads": ["Name", "Bytes unpacked"], "rows": shown}}


def _in_zip(file: Path, rows: list[Any]) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            rows += [
                (one.filename, one.file_size, one.compress_size) for one in archive.infolist()
            ]
    except Exception as error:  # whatever a damaged directory makes of it
        return str(error) or type(error).__name__
    return ""


def _in_tar(file: Path, rows: list[Any]) -> str:
    try:
        with file.open("rb") as opened:
            bounded = Bounded(opened, file.stat().st_size)
            with tarfile.open(fileobj=bounded, mode="r:") as archive:
                rows += [
                    (one.name, one.size, one.size) for one in islice(archive, 10 * MEMBERS)
                ]
                end = archive.offset
    except Exception as error:  # whatever a damaged header makes of it
        return str(error) or type(error).__name__
    return "its end is missing" if end > file.stat().st_size else ""
