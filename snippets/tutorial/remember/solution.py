import json
from pathlib import Path

FILE = Path("settings.json")

settings = {}
if FILE.exists():
    settings = json.loads(FILE.read_text(encoding="utf-8"))
settings["theme"] = "dark"

new = FILE.with_suffix(".new")
new.write_text(json.dumps(settings), encoding="utf-8")
new.replace(FILE)
print("saved:", settings)
