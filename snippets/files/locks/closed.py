import fcntl
import subprocess
import sys
from pathlib import Path

path = Path("data.txt")

for name in ("flock", "lockf"):
    with path.open("ab") as file:
        getattr(fcntl, name)(file, fcntl.LOCK_EX)
        path.read_bytes()  # opens the file again, and closes it
        command = [sys.executable, "try_lock.py", name]
        subprocess.run(command, check=True)
