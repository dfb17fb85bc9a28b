import json
from pathlib import Path

FILE = Path("settings.json")

settings = {}
if FILE.exists():
    settings = json.loads(FILE.read_text(encoding="utf-8"))
settings["theme"] = "dark"

with FILE.open("w", encoding="utf-8") as file:
    json.dump(settings, file)
print("saved:", settings)
