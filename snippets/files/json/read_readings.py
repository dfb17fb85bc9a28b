import json
from array import array
from pathlib import Path

text = Path("readings.json").read_text(encoding="utf-8")
print(array("d", json.loads(text)["readings"]))
