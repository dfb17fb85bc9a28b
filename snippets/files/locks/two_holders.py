from pathlib import Path

from flock import is_locked, locked


def replace(path):
    new = path.with_suffix(".new")
    new.write_bytes(b"new")
    new.replace(path)


path = Path("data.txt")
for change in (replace, Path.unlink):
    with locked(path):
        print("locked for others:", is_locked(path))
        change(path)
        print(f"  after {change.__name__}:", is_locked(path))
