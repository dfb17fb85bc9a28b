import csv
from pathlib import Path

path = Path("excel.csv")
with path.open("w", encoding="utf-8-sig", newline="") as file:
    csv.writer(file, delimiter=";").writerow(["Köln", "1,5"])
print(path.read_bytes())

with path.open(encoding="utf-8-sig", newline="") as file:
    print(list(csv.reader(file, delimiter=";")))
