import json
from pathlib import Path

path = Path("settings.json")
with path.open(encoding="utf-8-sig") as file:
    print(json.load(file))
print(json.loads(path.read_bytes()))
