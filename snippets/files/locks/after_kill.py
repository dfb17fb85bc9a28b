from pathlib import Path

from filelock import FileLock

print("the file is there:", Path("system.lock").exists())
with FileLock("system.lock", timeout=0):
    print("locked")
