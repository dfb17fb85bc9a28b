"""What the first bytes of a database of SQLite, its -wal and its -journal say."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENCODINGS = {1: "UTF-8", 2: "UTF-16le", 3: "UTF-16be"}
FRAMES = 16 * 1024 * 1024  # bytes of a -wal whose checksums are computed, which is slow


@dataclass(frozen=True)
class Header:
    """The header of a database.

    Args:
        page: the size of a page in bytes.
        wal: whether it is in WAL mode.
        pages: how many there are, as the header counts; 0 if it does not know.
        free: the first page of the list of free pages, or 0.
        encoding: of its text.
        user_version: a number for the program that uses it.
        application_id: a number that names that program.
        wrote: the version of SQLite that wrote it last.
    """

    page: int
    wal: bool
    pages: int
    free: int
    encoding: str
    user_version: int
    application_id: int
    wrote: str


def header(head: bytes) -> Header | None:
    """Return what a database's first 100 bytes say; None if they can't be right."""
    if len(head) < 100:
        return None
    page = struct.unpack(">H", head[16:18])[0]
    page = 65536 if page == 1 else page
    if page < 512 or page & (page - 1):
        return None
    (pages, free) = struct.unpack(">II", head[28:36])
    encoding, user_version = struct.unpack(">Ii", head[56:64])
    application_id = struct.unpack(">i", head[68:72])[0]
    changed, valid, wrote = (
        *struct.unpack(">I", head[24:28]),
        *struct.unpack(">II", head[92:100]),
    )
    return Header(
        page=page,
        wal=head[19] == 2,
        pages=pages if changed == valid else 0,
        free=free,
        encoding=ENCODINGS.get(encoding, "UTF-8"),
        user_version=user_version,
        application_id=application_id,
        wrote=f"{wrote // 1_000_000}.{wrote // 1000 % 1000}.{wrote % 1000}" if wrote else "",
    )


@dataclass(frozen=True)
class Wal:
    """What a -wal holds.

    Args:
        page: the size of a page in bytes; 0 if the header is not whole.
        frames: how many pages it holds that belong to it.
        commits: how many commits.
        open: how many of the frames come after the last commit.
        latest: the byte at which each page's last committed content begins.
    """

    page: int
    frames: int
    commits: int
    open: int
    latest: dict[int, int]


def wal(file: Path) -> Wal:
    """Return what a -wal holds: its frames up to the first that is not of this log."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        head = opened.read(32)
        if len(head) < 32:
            return Wal(0, 0, 0, 0, {})
        magic, _, page = struct.unpack(">III", head[:12])
        page = 65536 if page == 1 else page
        order = ">" if magic & 1 else "<"
        if page < 512 or page & (page - 1) or page > 65536:
            return Wal(0, 0, 0, 0, {})
        sums = _sums(head[:24], order, (0, 0))
        if sums != struct.unpack(">II", head[24:32]):
            return Wal(page, 0, 0, 0, {})
        frames = commits = pending = 0
        latest: dict[int, int] = {}
        waiting: dict[int, int] = {}
        while opened.tell() + 24 + page <= size:
            start = opened.read(24)
            body = opened.read(page)
            number, total = struct.unpack(">II", start[:8])
            if start[8:16] != head[16:24] or not number:
                break
            if opened.tell() <= FRAMES:
                sums = _sums(body, order, _sums(start[:8], order, sums))
                if sums != struct.unpack(">II", start[16:24]):
                    break
            frames, pending = frames + 1, pending + 1
            waiting[number] = opened.tell() - page
            if total:
                commits, pending = commits + 1, 0
                latest.update(waiting)
                waiting.clear()
    return Wal(page, frames, commits, pending, latest)


def _sums(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """Return the checksum that a -wal has of some bytes and of all before them."""
    one, other = sums
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for first, second in zip(words, words, strict=True):
        one = (one + first + other) & 0xFFFFFFFF
        other = (other + second + one) & 0xFFFFFFFF
    return one, other


@dataclass(frozen=True)
class Journal:
    """What a rollback journal holds.

    Args:
        page: the size of a page in bytes.
        before: how many pages the database had before the transaction.
        records: how many pages are to go back.
    """

    page: int
    before: int
    records: int


def journal(file: Path) -> Journal | None:
    """Return what a rollback journal would undo; None if it is not hot."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        head = opened.read(28)
    if len(head) < 28 or head[:8] != b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7":
        return None
    count, _, before, sector, page = struct.unpack(">IIIII", head[8:28])
    if page < 512 or page & (page - 1) or page > 65536:
        return None
    fit = max(0, (size - max(sector, 28)) // (page + 8))
    return Journal(page, before, fit if count == 0xFFFFFFFF or count > fit else count)


def differing(file: Path, log: Path, found: Wal) -> int:
    """Return how many pages of a -wal's commits are not so in the database file."""
    different = 0
    with file.open("rb") as database, log.open("rb") as opened:
        for number, place in found.latest.items():
            database.seek((number - 1) * found.page)
            opened.seek(place)
            different += database.read(found.page) != opened.read(found.page)
    return different


def facts(found: Header, size: int) -> list[Any]:
    """Return the rows of a table with what the header says."""
    mode = "wal" if found.wal else "delete, truncate or persist (a rollback journal)"
    return [
        ["size of a page", f"{found.page:,} bytes"],
        ["pages", f"{size / found.page:,.10g}"],
        ["encoding of text", found.encoding],
        ["journal mode", mode],
        ["user_version", f"{found.user_version}"],
        [
            "application_id",
            f"{found.application_id}" if found.application_id else "0 (none set)",
        ],
        ["last written by SQLite", found.wrote or "not recorded"],
    ]
