from pathlib import Path

path = Path("menu.txt")
print(path.read_text(encoding="utf-8"), end="")
print(path.read_bytes())
