import bz2
import gzip
import lzma
import zipfile
import zlib
from pathlib import Path

path = Path("plain.json")
path.write_text('{"tea": 2}', encoding="utf-8")
data = path.read_bytes()

attempts = {
    "gzip": lambda: gzip.decompress(data),
    "bz2": lambda: bz2.decompress(data),
    "lzma": lambda: lzma.decompress(data),
    "zlib": lambda: zlib.decompress(data),
    "zipfile": lambda: zipfile.ZipFile(path),
}
for name, attempt in attempts.items():
    try:
        attempt()
    except Exception as error:
        print(f"{name:8} {type(error).__name__}: {error}")
