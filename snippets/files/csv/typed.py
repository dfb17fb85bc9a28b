import csv
from datetime import date
from pathlib import Path

BOOL = {"True": True, "False": False}


def typed(row):
    count, price, gift, paid, day, note = row
    return (
        int(count),
        float(price),
        BOOL[gift],
        BOOL[paid],
        date.fromisoformat(day),
        note or None,
    )


with Path("orders.csv").open(encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        print(typed(row))
