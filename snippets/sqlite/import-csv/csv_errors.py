import csv
import io

binary = io.BytesIO(b"name,age\nAlice,30\n")
long = io.StringIO("x" * 200_000)
for what, source in (("opened as binary", binary), ("no end", long)):
    try:
        next(csv.reader(source))
    except csv.Error as error:
        print(f"{what}: _csv.Error: {error}")

writer = csv.DictWriter(io.StringIO(), ["name", "age"])
try:
    writer.writerow({"name": "Alice", "mail": "alice@example.org"})
except ValueError as error:
    print(f"a column too many: ValueError: {error}")
