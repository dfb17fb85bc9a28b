from pathlib import Path

path = Path("route.txt")
path.write_text("Bern, Basel", encoding="cp1252")
try:
    path.write_text("Bern → Basel", encoding="cp1252")
except UnicodeEncodeError as error:
    print(error)
print("left in the file:", path.read_bytes())

path.write_text("Bern → Basel", encoding="utf-8")
