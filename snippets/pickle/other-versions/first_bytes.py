from pathlib import Path

BEGINNINGS = {
    b"version https://git-lfs": "a Git LFS pointer: git lfs pull",
    b"<": "HTML or XML: look at it in an editor",
    b"\x1f\x8b": "gzip: open it with gzip.open",
    b"BZh": "bzip2: open it with bz2.open",
    b"\xfd7zXZ": "xz: open it with lzma.open",
    b"PK\x03\x04": "a zip file: numpy.load, torch.load or zipfile",
    b"\x93NUMPY": "a NumPy array: numpy.load",
    b"\x89HDF": "HDF5",
    b"SQLite format 3": "an SQLite database",
    b"{": "JSON",
    b"[": "JSON",
    b"\x80": "a pickle of protocol 2 or newer",
}


def kind(path):
    with Path(path).open("rb") as file:
        start = file.read(32)
    for beginning, meaning in BEGINNINGS.items():
        if start.startswith(beginning):
            return meaning
    return f"unknown, begins with {start!r}"
