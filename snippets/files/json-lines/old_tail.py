import json
from pathlib import Path

path = Path("settings.json")
new = json.dumps({"theme": "light"})

path.write_text('{"theme": "very dark"}', encoding="utf-8")
with path.open("r+", encoding="utf-8") as file:
    file.write(new)
print(path.read_text(encoding="utf-8"))
try:
    json.loads(path.read_bytes())
except json.JSONDecodeError as error:
    print(error)

with path.open("r+", encoding="utf-8") as file:
    file.write(new)
    file.truncate()
print(json.loads(path.read_bytes()))
