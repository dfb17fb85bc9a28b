"""Write a gzip and a Brotli copy beside each file that gets smaller, for hosts to send."""

import gzip
import hashlib
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from press.kept import kept
from press.site import Site

WORTH = 0.95  # of its size; a ZIP of packed files gets no smaller, one of stored files does
KINDS = {
    ".css",
    ".html",
    ".js",
    ".json",
    ".md",
    ".mjs",
    ".svg",
    ".txt",
    ".wasm",
    ".xml",
    ".zip",
}
SMALLEST = 512  # bytes; below, the headers weigh more than is saved


def press(site: Site) -> None:
    """Write the copies, taking those made before; Brotli and zlib let threads run at once."""
    files = [
        path
        for path in sorted(site.folder.rglob("*"))
        if path.suffix in KINDS and path.is_file() and path.stat().st_size >= SMALLEST
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = [
            pool.submit(copies, path, site.cache, site.quality, site.written.get(path))
            for path in files
        ]
    for each in done:
        each.result()  # or a full disk would pass for a site without copies


def copies(path: Path, cache: Path, quality: int, data: bytes | None = None) -> None:
    """Write the copies of one file.

    Args:
        path: of the file.
        cache: the folder that keeps what was made before.
        quality: of Brotli, up to 11.
        data: what is in it, if that is known.
    """
    whole = path.read_bytes() if data is None else data
    _copy(path, whole, ".br", _brotli(cache, whole, quality))
    name = f"gz9/{hashlib.sha256(whole).hexdigest()}.gz"
    _copy(path, whole, ".gz", kept(cache / name, lambda: gzip.compress(whole, 9, mtime=0)))


def sent(path: Path, cache: Path, quality: int) -> int:
    """Return what is sent for a file to a browser that takes Brotli, in bytes.

    Args:
        path: of the file.
        cache: the folder that keeps what was made before.
        quality: of Brotli, up to 11.
    """
    return _brotli(cache, path.read_bytes(), quality).stat().st_size


def _brotli(cache: Path, data: bytes, quality: int) -> Path:
    name = f"br{quality}/{hashlib.sha256(data).hexdigest()}.br"
    return kept(cache / name, lambda: brotli.compress(data, quality=quality))


def _copy(path: Path, data: bytes, ending: str, copy: Path) -> None:
    if copy.stat().st_size < WORTH * len(data):
        target = path.with_name(path.name + ending)
        shutil.copyfile(copy, target)
        shutil.copystat(path, target)
