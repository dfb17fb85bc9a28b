import bz2
import gzip
import lzma
from pathlib import Path

FIRST_BYTES = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ\0": lzma.open,
}


def open_text(path):
    with Path(path).open("rb") as file:
        start = file.read(6)
    for mark, opener in FIRST_BYTES.items():
        if start.startswith(mark):
            return opener(path, "rt", encoding="utf-8")
    return Path(path).open(encoding="utf-8")


for path in ("plain.json", "orders.jsonl.gz"):
    with open_text(path) as file:
        print(path, file.readline().strip())
