import json
from contextlib import ExitStack
from pathlib import Path

path = Path("buffered.jsonl")
for writers in (1, 2):
    path.unlink(missing_ok=True)
    with ExitStack() as stack:
        files = [
            stack.enter_context(path.open("a", encoding="utf-8"))
            for _ in range(writers)
        ]
        for number in range(1000):
            record = {"number": number, "text": "x" * 500}
            for file in files:
                json.dump(record, file)
                file.write("\n")

    broken = 0
    for line in path.read_bytes().splitlines():
        try:
            json.loads(line)
        except json.JSONDecodeError:
            broken += 1
    print(writers, "open, lines are mixed up:", broken > 0)
