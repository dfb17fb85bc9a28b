import re
from collections import Counter
from pathlib import Path

LEVELS = ("OFF", "NORMAL", "FULL", "EXTRA")

trace = Path("trace.txt").read_text(encoding="utf-8")
syncs = Counter(re.findall(r"sync\(.*/commits/(\w+)/(\w+)", trace))

print(f"{'10 commits':10}", *(f"{level:>6}" for level in LEVELS))
for journal in ("delete", "truncate", "persist", "wal"):
    counts = (syncs[journal, level] for level in LEVELS)
    print(f"{journal:10}", *(f"{count:6}" for count in counts))
