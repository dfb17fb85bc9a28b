import gzip
from pathlib import Path

path = Path("log.gz")
path.unlink(missing_ok=True)
for line in ("start\n", "stop\n"):
    with gzip.open(path, "at", encoding="utf-8") as file:
        file.write(line)

with gzip.open(path, "rt", encoding="utf-8") as file:
    print(file.readlines())
