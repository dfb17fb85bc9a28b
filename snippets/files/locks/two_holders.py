import fcntl
from pathlib import Path


def replace(path):
    new = path.with_suffix(".new")
    new.write_bytes(b"new")
    new.replace(path)


for change in (replace, Path.unlink):
    path = Path("data.txt")
    path.write_bytes(b"old")
    with path.open("ab") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        change(path)
        with path.open("ab") as second:
            fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
            print(f"{change.__name__}: both have the lock")
