import csv
from pathlib import Path

path = Path("people.csv")
for line in path.read_bytes().splitlines(keepends=True):
    print(line)

with path.open(encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        print(row)
