import json
from array import array
from pathlib import Path

readings = array("d", [20.5, 21.25])
try:
    json.dumps({"readings": readings})
except TypeError as error:
    print("TypeError:", error)

text = json.dumps({"readings": readings.tolist()})
Path("readings.json").write_text(text, encoding="utf-8")
