import json
from pathlib import Path

menu = json.loads(Path("menu.json").read_text(encoding="utf-8"))
print(menu)
print(menu == json.loads(r'{"price": 4.5, "soup": "cr\u00e8me"}'))
