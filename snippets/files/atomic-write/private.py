import tempfile
from pathlib import Path

from atomic import atomic_write

shared = Path("shared.txt")
shared.write_text("old\n", encoding="utf-8")
shared.chmod(0o640)
mode = shared.stat().st_mode & 0o777
print(f"before:             {mode:o}", shared.read_bytes())

with tempfile.NamedTemporaryFile(dir=".", delete=False) as new:
    new.write(b"new\n")
Path(new.name).replace(shared)
mode = shared.stat().st_mode & 0o777
print(f"NamedTemporaryFile: {mode:o}", shared.read_bytes())

shared.chmod(0o640)
atomic_write(shared, b"newer\n")
mode = shared.stat().st_mode & 0o777
print(f"atomic_write:       {mode:o}", shared.read_bytes())
