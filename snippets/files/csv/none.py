import csv
import io

ROW = ["", None, "7", 7]

for name in ("MINIMAL", "NONNUMERIC", "STRINGS", "NOTNULL"):
    quoting = getattr(csv, f"QUOTE_{name}", None)
    if quoting is None:
        print(f"{name:10}  not in this Python")
        continue
    text = io.StringIO()
    csv.writer(text, quoting=quoting).writerow(ROW)
    text.seek(0)
    try:
        back = next(csv.reader(text, quoting=quoting))
    except ValueError as error:
        back = error
    print(f"{name:10}  {text.getvalue().strip():12}  {back}")
