import json
from pathlib import Path

path = Path("excel.json")
path.write_bytes(b'\xef\xbb\xbf{"theme": "dark"}')
print(json.loads(path.read_text(encoding="utf-8-sig")))
print(json.loads(path.read_text(encoding="utf-8")))
