import csv
from pathlib import Path

from marks import read_cell

with Path("notes.csv").open(encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        print([read_cell(cell) for cell in row])
