import csv
import io

row = ["Mohr, Ada", "Köln"]
try:
    csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(row)
except csv.Error as error:
    print(error)

options = {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}
file = io.StringIO()
csv.writer(file, **options).writerow(row)
print(repr(file.getvalue()))

file.seek(0)
print(next(csv.reader(file, **options)))
