import csv
from pathlib import Path

rows = [["tea", 2], ["milk", 1]]
gaps, whole = Path("gaps.csv"), Path("whole.csv")

# newline="\r\n" does here what Windows does without newline=""
with gaps.open("w", encoding="utf-8", newline="\r\n") as file:
    csv.writer(file).writerows(rows)
print(gaps.read_bytes())
with gaps.open(encoding="utf-8", newline="") as file:
    print(list(csv.reader(file)))

with whole.open("w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows(rows)
print(whole.read_bytes())
