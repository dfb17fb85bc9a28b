from pathlib import Path

from records import read

path = Path("events.jsonl")
print(path.read_text(encoding="utf-8"), end="")
for record in read(path):
    print(record)
