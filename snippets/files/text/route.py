from pathlib import Path

print(Path("route.txt").read_text(encoding="utf-8"))
