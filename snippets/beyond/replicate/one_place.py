import subprocess
from pathlib import Path

from books import add, titles
from litestream import PROGRAM, lose

COPY = Path("one-place").absolute().as_uri()
ONCE = (PROGRAM, "replicate", "-once", "-log-level", "error")


def copy_once(name):
    subprocess.run([*ONCE, name, COPY], check=True)


lose("one-place")
add("Dune", to="books.db")
copy_once("books.db")
add("Emma", to="other-books.db")
copy_once("other-books.db")

lose()
subprocess.run([PROGRAM, "restore", "-o", "books.db", COPY], check=True)
print(titles())
