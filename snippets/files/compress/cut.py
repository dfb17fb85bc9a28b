import gzip
from pathlib import Path

data = Path("orders.jsonl.gz").read_bytes()
Path("cut.gz").write_bytes(data[: len(data) // 2])

with gzip.open("cut.gz", "rt", encoding="utf-8") as file:
    file.read()
