import csv
from pathlib import Path

path = Path("old_mac.csv")
path.write_bytes(b"tea,2\rmilk,1\r")

with path.open(encoding="utf-8", newline="\n") as file:
    try:
        print(list(csv.reader(file)))
    except csv.Error as error:
        print(error)

with path.open(encoding="utf-8", newline="") as file:
    print(list(csv.reader(file)))
