import json
from pathlib import Path

FILE = Path("careless.json")
FILE.write_text('{"Dune": "unread"}', encoding="utf-8")
print("the file was:", FILE.read_text(encoding="utf-8"))

try:
    with FILE.open("w", encoding="utf-8") as file:
        json.dump({"Dune": "finished", "tags": {"desert"}}, file)
except TypeError as error:
    print(error)

text = FILE.read_text(encoding="utf-8")
print("the file now:", text)
json.loads(text)
