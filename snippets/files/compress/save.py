import gzip

import orders

with gzip.open("orders.jsonl.gz", "wt", encoding="utf-8") as file:
    file.writelines(orders.lines(10_000))
