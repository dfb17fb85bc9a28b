import json
from pathlib import Path

text = Path("zoom.json").read_text(encoding="utf-8")
print(text, "gives", json.loads(text))
