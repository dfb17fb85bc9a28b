import json
from pathlib import Path

FILE = Path("scores.json")
scores = {"Ann": 3, "Bob": 5}

new = FILE.with_suffix(".new")
new.write_text(json.dumps(scores), encoding="utf-8")
new.replace(FILE)
