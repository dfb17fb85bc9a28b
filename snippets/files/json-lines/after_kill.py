from pathlib import Path

from records import append, read

path = Path("events.jsonl")
print("the end is cut off:", not path.read_bytes().endswith(b"\n"))

append(path, {"event": "start again"})
for record in read(path):
    print(record)
