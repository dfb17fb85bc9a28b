import json
from pathlib import Path

settings = json.loads(Path("settings.json").read_text("utf-8"))
print(settings["theme"], settings["recent"])
