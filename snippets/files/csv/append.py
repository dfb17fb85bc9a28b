import csv
from pathlib import Path

path = Path("weights.csv")
path.unlink(missing_ok=True)


def append(day, kilograms):
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if file.tell() == 0:
            writer.writerow(["day", "kilograms"])
        writer.writerow([day, kilograms])


append("2026-03-01", 3.2)
append("2026-03-02", 3.3)
