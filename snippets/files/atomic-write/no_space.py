from pathlib import Path

# A device of Linux, to which every write fails as on a full disk.
try:
    Path("/dev/full").write_bytes(b"new plan\n")
except OSError as error:
    print(f"{type(error).__name__}: {error}")
