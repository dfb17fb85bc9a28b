import subprocess
import sys
from pathlib import Path

note = Path("note.txt")

print("killed after  what the file holds")
for step in ("start", "open", "write", "flush", "fsync"):
    note.write_text("buy bread\n", encoding="utf-8")
    child = subprocess.run([sys.executable, "save.py", step])
    assert child.returncode == -9
    print(f"{step:12}  {note.read_text(encoding='utf-8')!r}")
