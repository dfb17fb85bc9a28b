import subprocess
from pathlib import Path

from books import add, titles
from litestream import PROGRAM, lose

COPY = Path("one-place").absolute().as_uri()
ONCE = (PROGRAM, "replicate", "-once", "-log-level", "error")


def copy_once(name):
    subprocess.run([*ONCE, name, COPY], check=True)


lose("one-place")
for name, title in ("books.db", "Dune"), ("other-books.db", "Emma"):
    add(title, to=name)
    copy_once(name)
    lose()
    restore = (PROGRAM, "restore", "-o", "books.db", COPY)
    subprocess.run(restore, check=True)
    print(f"after {name}:", titles())
