"""Say what a file is, show it, and save what is whole, without changing or loading it."""

import warnings
from pathlib import Path
from typing import Any

from . import arrays, database, dump, kinds, logs, packed, pickles, records, salvage, texts
from .base import HEAD, finding, safe

PAGE = {"sqlite": 50, "pickle": 500}  # rows, opcodes
BYTES = 512  # of a hex dump
PAGE_MAX = 5000
DUMPED = {"wal", "journal", "npy", "parquet", "arrow", "hdf5", "gdbm", "ndbm", "bytes"}
PACKED = {"gzip", "bz2", "xz", "zstd"}
ENDINGS = {"clean": ".clean.db", "folded": ".folded.db", "csv": ".csv", "json": ".json"}


def inspect(path: str, options: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what a file is and the part of it that was asked for, fit for JSON.

    Args:
        path: the file; it is only read.
        options: `table` (of a database), `offset` and `limit` (in rows, opcodes or bytes), and
            `as`, which may be `bytes` to have any file as a hex dump, or `check` to have all
            pages of a database checked.
    """
    options = options or {}
    file = Path(path)
    if not file.is_file():
        gone = file.is_dir()
        text = "This is a folder." if gone else "The file is gone."
        kind = "folder" if gone else "missing"
        return {"kind": kind, "size": 0, "findings": [finding("plain", text)]}
    size = file.stat().st_size
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    try:
        return {"size": size, **unguarded(file, head, options)}
    except Exception as error:  # no file may make it fail: whatever that is, is said
        text = f"It can't be read further: {type(error).__name__}: {safe(str(error), 200)}"
        found = {"kind": "bytes", "size": size, "findings": [finding("damage", text, "bad")]}
        return {**found, "limit": BYTES, **dump.show(file, {"offset": 0, "limit": BYTES})}


def unguarded(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return what a file is, or raise what no kind has foreseen.

    Args:
        file: the file.
        head: its first bytes.
        options: those of `inspect`.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # how a text or a pickle writes its escapes
        return _looked(file, head, options)


def _looked(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    kind = kinds.kind(file, head)
    if options.get("as") == "check":
        return {"kind": kind, "findings": database.check(file) if kind == "sqlite" else []}
    as_bytes = options.get("as") == "bytes"
    offset = max(0, int(options.get("offset") or 0))
    default = BYTES if as_bytes or kind in DUMPED else PAGE.get(kind, 1)
    limit = min(PAGE_MAX, max(1, int(options.get("limit") or default)))
    given = {**options, "offset": offset, "limit": limit, "kind": kind}
    shown = dump.show(file, given) if as_bytes else _show(kind, file, head, given)
    shown.setdefault("findings", [])
    if kind not in {"zip", "empty"} and not as_bytes and kinds.is_also_zip(file):
        text = "It ends as a zip archive does: it may be two kinds at once."
        shown["findings"].append(finding("also", text, "bad"))
    return {"kind": kind, "offset": offset, "limit": limit, **shown}


def _show(kind: str, file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    if kind == "empty":
        return {"findings": [finding("empty", "The file is empty.")]}
    if kind == "sqlite":
        return database.show(file, head, options)
    if kind == "pickle":
        return pickles.show(file, head, options)
    if kind in PACKED:
        return packed.show_packed(file, head, options)
    if kind in {"zip", "tar"}:
        return (packed.show_zip if kind == "zip" else packed.show_tar)(file, head, options)
    if kind not in DUMPED:
        return texts.show(file, head, options)
    if kind in {"wal", "journal"}:
        found = {"findings": logs.alone(file, kind)}
    elif kind == "bytes":
        found = {"findings": [finding("bytes", "Bytes, of no kind that is known here.")]}
    else:
        found = arrays.show(file, head, options)
    return found | dump.show(file, options)


def save(path: str, what: str, folder: str, table: str = "") -> dict[str, str]:
    """Write what can be saved of a file into a folder; return where, its name, and how much.

    Args:
        path: the file; it is only read.
        what: `clean`, `folded`, `csv` or `json` of a database, `whole` of a JSON text.
        folder: an existing folder that is not the file's own.
        table: of a database, for `csv` and `json`.
    """
    file = Path(path)
    with file.open("rb") as opened:
        kind = kinds.kind(file, opened.read(HEAD))
    stem = f"{file.stem}.{table}" if what in {"csv", "json"} else file.stem
    ending = f".whole{file.suffix or '.' + kind}" if what == "whole" else ENDINGS[what]
    name = "".join(" " if letter in '/\\:*?"<>|' or letter < " " else letter for letter in stem)
    target = Path(folder, f"{safe(name, 100)}{ending}")
    if what == "whole":
        says = records.save_whole(file, kind, target)
    elif what in {"csv", "json"}:
        says = salvage.table(file, table, what, target)
    else:
        says = (salvage.clean if what == "clean" else database.folded)(file, target)
    return {"path": str(target), "name": target.name, "says": says}
