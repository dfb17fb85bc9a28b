from pathlib import Path

# What open() did on many Windows machines, if not told the encoding
print(Path("menu.txt").read_text(encoding="cp1252"))
