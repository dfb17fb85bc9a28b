import json
from pathlib import Path

path = Path("glued.json")
path.unlink(missing_ok=True)
for number in (1, 2):
    with path.open("a", encoding="utf-8") as file:
        json.dump({"event": number}, file)
print(path.read_text(encoding="utf-8"))

try:
    json.loads(path.read_bytes())
except json.JSONDecodeError as error:
    print(error)
