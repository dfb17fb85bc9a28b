"""Recognise a file by its bytes; its name decides only between kinds of text."""

import re
from pathlib import Path

from . import pickles, texts
from .base import HEAD

MAGICS = {
    b"SQLite format 3\0": "sqlite",
    b"\x37\x7f\x06\x82": "wal",
    b"\x37\x7f\x06\x83": "wal",
    b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7": "journal",
    b"\x1f\x8b": "gzip",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"\x93NUMPY": "npy",
    b"PAR1": "parquet",
    b"PARE": "parquet",
    b"ARROW1\0\0": "arrow",
    b"FEA1": "arrow",
    b"\xff\xff\xff\xff\x10": "arrow",
    b"\x89HDF\r\n\x1a\n": "hdf5",
    b"version https://git-lfs.github.com/spec/": "lfs",
    b"\x00\x06\x15\x61": "ndbm",
    b"\x61\x15\x06\x00": "ndbm",
}
GDBM = {b"\x13\x57\x9a" + bytes([last]) for last in (0xCD, 0xCE, 0xCF, 0xD0, 0xD1)}
BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
BERKELEY = (b"\x00\x06\x15\x61", b"\x61\x15\x06\x00", b"\x00\x05\x31\x62", b"\x62\x31\x05\x00")
PICKLES = {".pickle", ".pkl", ".p", ".pck"}
FORMATS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".toml": "toml",
    ".ini": "ini",
    ".cfg": "ini",
}


def kind(file: Path, head: bytes) -> str:
    """Return the kind of a file.

    Args:
        file: its path; `.dat` beside `.dir` is a shelf's, and an ending may name a text's kind.
        head: its first bytes.
    """
    suffix = file.suffix.lower()
    if not head:
        return "empty"
    if found := by_magic(head):
        return found
    if pickles.dumb_index(file) is not None:
        return "pickle"
    if re.match(rb"\x80[\x00-\x05]", head):
        return "pickle"
    if texts.is_text(head):
        text = texts.decoded(head)[0]
        found = texts.certain(text)
        if not found and (suffix in PICKLES or pickles.is_whole(head)):
            return "pickle"
        return found or FORMATS.get(suffix) or texts.guess(text)
    return "pickle" if suffix in PICKLES or pickles.is_whole(head) else "bytes"


def by_magic(head: bytes) -> str | None:
    """Return the kind of a binary file by its first bytes; None if they tell of none."""
    for magic, found in MAGICS.items():
        if head.startswith(magic):
            return found
    if head[:4] in GDBM or head[3::-1] in GDBM:
        return "gdbm"
    if BZIP2.match(head):
        return "bz2"
    if head[12:16] in BERKELEY and len(head) >= 512:
        return "ndbm"
    if head[257:262] == b"ustar" or _is_old_tar(head):
        return "tar"
    for place in (512, 1024, 2048):
        if head[place : place + 8] == b"\x89HDF\r\n\x1a\n":
            return "hdf5"
    return None


def _is_old_tar(head: bytes) -> bool:
    """Tell whether the first block has the checksum of a tar header."""
    block = head[:512]
    said = block[148:156].strip(b" \0")
    if len(block) < 512 or not re.fullmatch(rb"[0-7]{1,7}", said) or not block[0]:
        return False
    return int(said, 8) == sum(block) - sum(block[148:156]) + 8 * 32


def is_also_zip(file: Path) -> bool:
    """Tell whether a file of another kind ends as a zip archive does."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        opened.seek(max(0, size - 66_000))
        return b"PK\x05\x06" in opened.read(min(HEAD, 66_000))
