import os
import traceback
import zipfile
import zlib
from pathlib import Path

path = Path("tea.txt")
path.write_text("tea\n", encoding="utf-8")
os.utime(path, (0, 0))  # 1 January 1970, as some tools set it
packed = zlib.compress(b"tea\n")


def pack(strict):
    options = {"strict_timestamps": strict}
    with zipfile.ZipFile("items.zip", "w", **options) as archive:
        archive.write(path, "notes/tea.txt")
        return archive.namelist()


def read(name):
    with zipfile.ZipFile("items.zip") as archive:
        return archive.read(name)


CASES = {
    "a file from 1970": (pack, True, False),
    "the name without its folder": (read, "tea.txt", "notes/tea.txt"),
    "cut short": (zlib.decompress, packed[:-4], packed),
}
for what, (function, wrong, right) in CASES.items():
    try:
        function(wrong)
    except (KeyError, ValueError, zlib.error) as error:
        (message,) = traceback.format_exception_only(error)
        print(f"{what}: {message}", end="")
    print("    right:", function(right))
