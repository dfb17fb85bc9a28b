from pathlib import Path

print(Path("order.txt").read_text(), end="")
