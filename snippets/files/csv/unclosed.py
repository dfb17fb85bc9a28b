import csv
from pathlib import Path

path = Path("unclosed.csv")
ADA = 'Ada,"a quote that is never closed\n'
path.write_text(ADA + "Bo,\n" * 40_000, encoding="utf-8")

with path.open(encoding="utf-8", newline="") as file:
    list(csv.reader(file))
