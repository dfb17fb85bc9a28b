from pathlib import Path

path = Path("notes.txt")
path.write_bytes(b"tea\r\nmilk\r\n")

with path.open(encoding="utf-8") as file:
    text = file.read()
print(repr(text))
path.write_text(text.replace("milk", "jam"), "utf-8", newline="\n")
print(path.read_bytes())
