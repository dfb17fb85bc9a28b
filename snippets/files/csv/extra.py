import csv
import sys

writer = csv.DictWriter(sys.stdout, ["name", "city"])
writer.writerow({"name": "Bo", "city": "Oslo", "age": 7})
