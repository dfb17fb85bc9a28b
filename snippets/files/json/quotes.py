import json
from pathlib import Path

settings = {"theme": "dark", "zoom": None}
path = Path("zoom.json")
for text in (json.dumps(settings), str(settings)):
    path.write_text(text, encoding="utf-8")
    print(text)
    print(json.loads(path.read_text(encoding="utf-8")))
