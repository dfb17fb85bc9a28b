import gzip
import json

import orders

with gzip.open("orders.jsonl.gz", "rt", encoding="utf-8") as file:
    total = sum(json.loads(line)["n"] for line in file)
print("total:", total)

with gzip.open("orders.jsonl.gz", "rt", encoding="utf-8") as file:
    print("all there:", list(file) == list(orders.lines(10_000)))
