import csv
import sys

people = [
    {"name": "Bo", "city": "Oslo", "age": 7},
    {"name": "Cy", "phone": "112"},
]
fields = list(dict.fromkeys(field for row in people for field in row))
writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
writer.writeheader()
writer.writerows(people)

some = csv.DictWriter(
    sys.stdout,
    ["name", "city"],
    extrasaction="ignore",
    lineterminator="\n",
)
some.writerows(people)
