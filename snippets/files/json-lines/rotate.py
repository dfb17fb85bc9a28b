from pathlib import Path

from records import append, read


def append_rotated(path, record, limit=1000):
    if path.exists() and path.stat().st_size >= limit:
        path.replace(path.with_suffix(".old.jsonl"))
    append(path, record)


current, old = Path("calls.jsonl"), Path("calls.old.jsonl")
current.unlink(missing_ok=True)
old.unlink(missing_ok=True)
for number in range(100):
    append_rotated(current, {"call": number})

calls = [r["call"] for path in (old, current) for r in read(path)]
print(f"{len(calls)} calls kept, the last is {calls[-1]}")
print("none left out:", calls == list(range(calls[0], 100)))
