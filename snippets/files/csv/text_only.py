import csv
from datetime import date
from pathlib import Path

orders = [[7, 1.5, True, False, date(2026, 3, 1), None]]
with Path("orders.csv").open("w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows(orders)

with Path("orders.csv").open(encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        print(row)
        print("paid:", bool(row[3]))
