"""Arrays and tables in binary: npy, Parquet, Arrow, HDF5, and the older kinds of dbm."""

import struct
from math import prod
from pathlib import Path
from typing import Any

from .base import count, finding, literal, safe


def show(file: Path, head: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """Return what the first and last bytes of a binary format say of it."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        opened.seek(max(0, size - 16))
        tail = opened.read()
    about = {"npy": _npy, "parquet": _parquet, "arrow": _arrow, "hdf5": _hdf5}
    return {"findings": about.get(options["kind"], _dbm)(head, tail, size)}


def _ends(title: str, complete: bool, why: str) -> list[dict[str, Any]]:
    found = [finding("bytes", title)]
    if not complete:
        found.append(finding("cut", why, "bad"))
    return found


def _npy(head: bytes, tail: bytes, size: int) -> list[dict[str, Any]]:
    title = "An array of NumPy (.npy)"
    wide = head[6:7] > b"\x01"
    length = int.from_bytes(head[8 : 12 if wide else 10], "little")
    begin = (12 if wide else 10) + length
    try:
        said = literal(head[12 if wide else 10 : begin].decode("latin-1"))
        shape, kind = tuple(int(one) for one in said["shape"]), str(said["descr"])
    except (ValueError, TypeError, KeyError):
        return _ends(f"{title}.", False, "Its header can't be read: it is damaged or cut.")
    found = [
        finding("bytes", f"{title}: shape {safe(str(shape), 200)}, type {safe(kind, 200)}.")
    ]
    if "O" in kind:
        text = "It holds Python objects as a pickle: numpy.load refuses it unless allow_pickle"
        found.append(finding("array", f"{text} is set, and then it can run code.", "bad"))
    elif (digits := kind[2:]).isdigit():
        width = int(digits) * (4 if kind[1:2] == "U" else 1)
        wanted = begin + width * prod(shape)
        if wanted != size:
            text = f"It should have {count(wanted, 'byte')}, and has {size:,}."
            found.append(finding("cut", text, "bad"))
    return found


def _parquet(head: bytes, tail: bytes, size: int) -> list[dict[str, Any]]:
    length = int.from_bytes(tail[-8:-4], "little")
    whole = tail[-4:] == head[:4] and length + 12 <= size and size > 12
    why = "Its last bytes are not those of Parquet: it is cut, and the list of columns is lost."
    return _ends(f"A table in Parquet, {count(size, 'byte')}.", whole, why)


def _arrow(head: bytes, tail: bytes, size: int) -> list[dict[str, Any]]:
    if head[:4] == b"\xff\xff\xff\xff":
        whole = tail[-8:] == b"\xff\xff\xff\xff\0\0\0\0"
        return _ends("A stream of Arrow.", whole, "It has no end mark: perhaps it is cut.")
    magic = head[:6].rstrip(b"\0") if head[:4] != b"FEA1" else b"FEA1"
    title = (
        "A table in Feather, version 1." if magic == b"FEA1" else "A table in Arrow (Feather)."
    )
    whole = tail.endswith(magic) and size > 16
    return _ends(title, whole, "Its last bytes are not those of Arrow: it is cut.")


def _hdf5(head: bytes, tail: bytes, size: int) -> list[dict[str, Any]]:
    start = head.find(b"\x89HDF\r\n\x1a\n")
    block = head[start : start + 64]
    version = block[8] if len(block) > 8 else 0
    place = 28 if version > 1 else 44 if version == 1 else 40
    title = f"HDF5, superblock version {version}."
    if len(block) < place + 8:
        return _ends(title, False, "Its first block is cut.")
    (end,) = struct.unpack("<Q", block[place : place + 8])
    why = f"It should have {count(end + start, 'byte')}, and has {size:,}: it is cut."
    return _ends(title, end + start <= size, why)


def _dbm(head: bytes, tail: bytes, size: int) -> list[dict[str, Any]]:
    if head[1:3] == b"\x57\x9a" or head[1:3] == b"\x9a\x57":
        module, system = "dbm.gnu", "GNU dbm, as on Linux"
    else:
        module, system = "dbm.ndbm", "Berkeley DB, as on macOS and older systems"
    text = f"A database of {module} ({system}). No browser reads it: open it with dbm.open on a"
    return [finding("dbm", f"{text} Python that has {module}, and copy it to SQLite.")]
