from pathlib import Path

Path("order.txt").write_text("2 crème\n", encoding="utf-8")

wrong = Path("order.txt").read_text(encoding="cp1252")
print(wrong, end="")

print(wrong.encode("cp1252").decode("utf-8"), end="")
