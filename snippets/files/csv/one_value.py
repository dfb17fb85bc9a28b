import csv
import io

out = io.StringIO()
writer = csv.writer(out)
try:
    writer.writerow(30)
except csv.Error as error:
    print(f"a value in place of a row: _csv.Error: {error}")
writer.writerow("tea")
writer.writerow(["tea"])
print(out.getvalue().split())

text = "name\nAlice\nBob\n"
try:
    csv.Sniffer().sniff(text)
except csv.Error as error:
    print(f"no delimiter to be seen: _csv.Error: {error}")
print(list(csv.reader(text.splitlines(), delimiter=",")))
