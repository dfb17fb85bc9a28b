import tempfile
from pathlib import Path

from atomic import atomic_write

shared = Path("shared.txt")
shared.write_text("old\n", encoding="utf-8")
shared.chmod(0o644)

with tempfile.NamedTemporaryFile(dir=".", delete=False) as new:
    new.write(b"new\n")
Path(new.name).replace(shared)
print(f"NamedTemporaryFile: {shared.stat().st_mode & 0o777:o}")

shared.chmod(0o644)
atomic_write(shared, b"new\n")
print(f"atomic_write:       {shared.stat().st_mode & 0o777:o}")
