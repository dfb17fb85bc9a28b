import json
from pathlib import Path

from atomic import atomic_write

settings = {"theme": "dark", "recent": ["plan.txt", "notes.txt"]}
text = json.dumps(settings, indent=2)
atomic_write("settings.json", text.encode("utf-8"))

print([path.name for path in Path().glob("*settings*")])
