import csv
from pathlib import Path

with Path("weights.csv").open(newline="", encoding="utf-8") as file:
    header, *rows = csv.reader(file)
print(header)
print(rows)
