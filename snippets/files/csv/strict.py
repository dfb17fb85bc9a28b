import csv
from pathlib import Path

csv.field_size_limit(1_000_000)

with Path("unclosed.csv").open(encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file))
    print("rows:", len(rows))
    print("longest field:", max(len(f) for row in rows for f in row))

    file.seek(0)
    try:
        list(csv.reader(file, strict=True))
    except csv.Error as error:
        print("strict:", error)
