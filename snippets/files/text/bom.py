import json
from pathlib import Path

path = Path("settings.json")
path.write_text('{"theme": "dark"}', encoding="utf-8-sig")
print(path.read_bytes())

with path.open(encoding="utf-8") as file:
    json.load(file)
