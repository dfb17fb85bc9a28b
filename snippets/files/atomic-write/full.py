import resource
from pathlib import Path

from atomic import atomic_write

OLD, NEW = b"old plan\n", b"new plan\n" * 1000
Path("plain.txt").write_bytes(OLD)
Path("atomic.txt").write_bytes(OLD)
print("before:      ", Path("plain.txt").read_bytes())

# No file may grow beyond 4096 bytes: it ends like a full disk.
_, hard_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard_limit))

try:
    Path("plain.txt").write_bytes(NEW)
except OSError as error:
    print("write_bytes: ", error.strerror)
try:
    atomic_write("atomic.txt", NEW)
except OSError as error:
    print("atomic_write:", error.strerror)
