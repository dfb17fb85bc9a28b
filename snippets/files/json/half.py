import json
from datetime import date
from pathlib import Path

path = Path("settings.json")
path.write_text('{"theme": "dark"}', encoding="utf-8")
print("before:", path.read_text(encoding="utf-8"))

try:
    with path.open("w", encoding="utf-8") as file:
        json.dump({"theme": "light", "since": date(2026, 3, 1)}, file)
except TypeError as error:
    print(error)
print("after: ", path.read_text(encoding="utf-8"))
