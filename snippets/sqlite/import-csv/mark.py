import csv
from pathlib import Path

path = Path("marked.csv")
path.write_bytes(b'\xef\xbb\xbfname,age\r\n"Bob,\r\njr.",10\r\n')

for encoding in ("utf-8-sig", "utf-8"):
    with path.open(newline="", encoding=encoding) as file:
        person = next(csv.DictReader(file))
    print(repr(person["name"]))
