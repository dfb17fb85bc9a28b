import csv
from pathlib import Path

with Path("gaps.csv").open(encoding="utf-8", newline="") as file:
    print([row for row in csv.reader(file) if row])
