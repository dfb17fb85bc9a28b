from pathlib import Path

path = Path("route.txt")
path.write_text("Bern, Basel", encoding="cp1252")
print("before:", path.read_bytes())
try:
    path.write_text("Bern → Basel", encoding="cp1252")
except UnicodeEncodeError as error:
    print(error)
print("after:", path.read_bytes())

path.write_text("Bern → Basel", encoding="utf-8")
