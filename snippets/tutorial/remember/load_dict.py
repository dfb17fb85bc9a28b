import json
from pathlib import Path

text = Path("scores.json").read_text(encoding="utf-8")
print(json.loads(text))
