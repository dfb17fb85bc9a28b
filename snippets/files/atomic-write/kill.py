import signal
import subprocess
import sys
from pathlib import Path

STEPS = ["chmod", ".write", ".flush", ".fsync"]
STEPS += [".replace", "sync_folder"]

plan = Path("plan.txt")

print("killed before  plan.txt  its permissions  other file")
for step in STEPS:
    plan.write_text("old plan", encoding="utf-8")
    plan.chmod(0o640)
    child = subprocess.run([sys.executable, "die.py", step])
    assert child.returncode == -signal.SIGKILL

    content = plan.read_text(encoding="utf-8")
    mode = f"{plan.stat().st_mode:o}"[-3:]
    print(f"{step:14} {content:9} {mode:16}", end="")
    for stray in Path().glob(".plan.txt.*.new"):
        print(f" {stray.stat().st_size} bytes", end="")
        stray.unlink()
    print()
