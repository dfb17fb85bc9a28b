import csv
from pathlib import Path

FIELDS = ["name", "city", "note", "postcode"]
PEOPLE = [
    {
        "name": "Mohr, Ada",
        "city": "Köln",
        "note": 'says "no"\r\nand smiles',
        "postcode": "01067",
    },
    {"name": "Bo", "city": "Oslo", "note": "", "postcode": "0150"},
]

path = Path("people.csv")
with path.open("w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, FIELDS)
    writer.writeheader()
    writer.writerows(PEOPLE)
