import json
from pathlib import Path

json.loads(Path("events.jsonl").read_bytes())
