import json
from pathlib import Path

print(json.loads(Path("stock.json").read_bytes()))
