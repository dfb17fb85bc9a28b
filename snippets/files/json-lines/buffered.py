import json
from pathlib import Path

path = Path("buffered.jsonl")
path.unlink(missing_ok=True)
with (
    path.open("a", encoding="utf-8") as ada,
    path.open("a", encoding="utf-8") as bo,
):
    for number in range(1000):
        for file in (ada, bo):
            json.dump({"number": number, "text": "x" * 500}, file)
            file.write("\n")

broken = 0
for line in path.read_bytes().splitlines():
    try:
        json.loads(line)
    except json.JSONDecodeError:
        broken += 1
print("some lines are mixed up:", broken > 0)
