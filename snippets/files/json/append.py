import json
from pathlib import Path

for visit in ({"page": "json"}, {"page": "csv"}):
    with Path("visits.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(visit) + "\n")
