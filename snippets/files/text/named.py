from pathlib import Path

print(Path("windows.txt").read_text(encoding="cp1252"), end="")
print(Path("utf16.txt").read_text(encoding="utf-16"), end="")
