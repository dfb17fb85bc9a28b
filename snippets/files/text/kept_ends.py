from pathlib import Path

path = Path("notes.txt")
path.write_bytes(b"tea\r\nmilk\r\n")

with path.open(encoding="utf-8", newline="") as file:
    text = file.read()
with path.open("w", encoding="utf-8", newline="") as file:
    file.write(text.replace("milk", "jam"))
print(path.read_bytes())
