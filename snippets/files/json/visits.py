import json
from pathlib import Path

with Path("visits.jsonl").open(encoding="utf-8") as file:
    pages = {json.loads(line)["page"] for line in file}
print(sorted(pages))
