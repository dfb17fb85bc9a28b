from pathlib import Path

with Path("notes.txt").open("x", encoding="utf-8") as file:
    file.write("kept\n")
print(Path("notes.txt").read_text(encoding="utf-8"), end="")
