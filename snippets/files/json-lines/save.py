from pathlib import Path

from records import append

path = Path("events.jsonl")
path.unlink(missing_ok=True)
append(path, {"event": "start", "user": "Ada"})
append(path, {"event": "note", "text": "two\nlines"})
