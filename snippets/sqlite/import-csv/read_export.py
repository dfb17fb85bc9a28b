import csv
from pathlib import Path

with Path("export.csv").open(newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        print(row)
