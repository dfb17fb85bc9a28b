import csv
from pathlib import Path

from marks import write_cell

notes = [["Ada", ""], ["Bo", None]]
with Path("notes.csv").open("w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    for row in notes:
        writer.writerow([write_cell(cell) for cell in row])

try:
    write_cell(r"\N")
except ValueError as error:
    print("refused:", error)
