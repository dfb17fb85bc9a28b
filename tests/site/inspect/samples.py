"""One small file of each kind that the inspector knows."""

import bz2
import gzip
import io
import json
import lzma
import pickle
import sqlite3
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path


def of_sqlite(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield a database, a -wal and a hot -journal, as kind, name and bytes."""
    path = folder / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("CREATE TABLE t (v)")
        connection.execute("INSERT INTO t VALUES ('kept')")
        yield "sqlite", "a.db", path.read_bytes()
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?)", [("lost" * 50,)] * 20)
        yield "journal", "a.db-journal", path.with_name("a.db-journal").read_bytes()
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("INSERT INTO t VALUES ('in the -wal alone')")
        yield "wal", "a.db-wal", path.with_name("a.db-wal").read_bytes()


def all_of(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Return a name and bytes for each kind.

    Args:
        folder: empty, to make databases in.
    """
    tar, zipped, npz = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        entry = tarfile.TarInfo("in.txt")
        entry.size = 5
        archive.addfile(entry, io.BytesIO(b"hello"))
    with zipfile.ZipFile(zipped, "w") as made:
        made.writestr("in.txt", "hello" * 20)
    header = b"{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }".ljust(117) + b"\n"
    npy = b"\x93NUMPY\1\0" + struct.pack("<H", len(header)) + header + bytes(32)
    with zipfile.ZipFile(npz, "w") as made:
        made.writestr("x.npy", npy)
    footer = b"\x15\4" * 20
    parquet = b"PAR1" + bytes(100) + footer + struct.pack("<I", len(footer)) + b"PAR1"
    hdf5 = b"\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08\0" + bytes(24) + struct.pack("<Q", 96)
    page = struct.pack("<IIIIIIIIII", 0, 0, 0, 0x061561, 9, 4096, 0, 0, 0, 0)
    text = json.dumps({"books": [{"title": "Emma", "year": 1815}, {"title": "Käse"}]})
    return {kind: (name, data) for kind, name, data in of_sqlite(folder)} | {
        "gdbm": ("a", b"\xcf\x9a\x57\x13" + bytes(200)),
        "ndbm": ("a.db", page.ljust(600, b"\0")),
        "dumb": ("a.dir", b"'emma', (0, 20)\n'persuasion', (512, 9)\n"),
        "pickle": ("a.bin", pickle.dumps({"books": [Path("x"), 1.5, 1 << 70, b"y", "é"]})),
        "json": ("a", text.encode()),
        "jsonl": ("a", b'{"a": 1}\n{"a": [2, 3]}\n{"a": "x"}\n'),
        "csv": ("a", b'title,year\n"Emma, a novel",1815\nPersuasion,1817\n'),
        "toml": ("a", b'name = "x"\n[server]\nport = 80\nhosts = ["a", "b"]\n'),
        "ini": ("a", b"[server]\nport = 80\nhost = example.org\n"),
        "gzip": ("a", gzip.compress(text.encode() * 3, mtime=0)),
        "bz2": ("a", bz2.compress(text.encode() * 3)),
        "xz": ("a", lzma.compress(text.encode() * 3)),
        "zstd": ("a", b"\x28\xb5\x2f\xfd\x20\x05\x29\x00\x00hello"),
        "zip": ("a", zipped.getvalue()),
        "npz": ("a", npz.getvalue()),
        "tar": ("a", tar.getvalue()[:2048]),
        "npy": ("a", npy),
        "parquet": ("a", parquet),
        "arrow": ("a", b"ARROW1\0\0" + bytes(100) + b"ARROW1"),
        "hdf5": ("a", hdf5 + bytes(48)),
        "lfs": ("a", b"version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 3\n"),
        "html": ("a.csv", b"<!DOCTYPE html><html><title>404</title><p>Not found</p></html>"),
        "text": ("a", "Käse, und sonst nichts.\nZwei Zeilen.".encode("utf-16")),
        "bytes": ("a", bytes(range(128, 256)) + bytes(range(64))),
        "empty": ("a.db", b""),
    }
