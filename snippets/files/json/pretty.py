import json
from pathlib import Path

menu = {"soup": "crème", "price": 4.5}

print(json.dumps(menu))
print(json.dumps(menu, ensure_ascii=False))
text = json.dumps(menu, ensure_ascii=False, indent=2, sort_keys=True)
print(text)
Path("menu.json").write_text(text, encoding="utf-8")
