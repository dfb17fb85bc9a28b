"""Write a gzip and a Brotli copy beside each file that gets smaller, for hosts to send."""

import gzip
import hashlib
import os
import shutil
from collections.abc import Callable
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

    def packed(data: bytes) -> bytes:
        smaller: bytes = brotli.compress(data, quality=quality)
        return smaller

    def zipped(data: bytes) -> bytes:
        return gzip.compress(data, 9, mtime=0)

    _copy(cache / f"br{quality}", path, whole, ".br", packed)
    _copy(cache / "gz9", path, whole, ".gz", zipped)


def _copy(
    cache: Path, path: Path, data: bytes, ending: str, compress: Callable[[bytes], bytes]
) -> None:
    name = f"{hashlib.sha256(data).hexdigest()}{ending}"
    copy = kept(cache / name, lambda: compress(data))
    if copy.stat().st_size < WORTH * len(data):
        target = path.with_name(path.name + ending)
        shutil.copyfile(copy, target)
        shutil.copystat(path, target)
