import csv
import io
from pathlib import Path

with Path("people.csv").open("rb") as file:
    try:
        print(next(csv.reader(file)))
    except csv.Error as error:
        print(error)

    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    print(next(csv.reader(text)))
