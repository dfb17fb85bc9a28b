import resource
from pathlib import Path

from records import append, read

path = Path("full.jsonl")
path.unlink(missing_ok=True)
append(path, {"n": 1})

# No file may grow beyond 100 bytes: it ends like a full disk.
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
try:
    append(path, {"n": 2, "text": "x" * 200})
except OSError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

append(path, {"n": 3})
print(list(read(path)))
