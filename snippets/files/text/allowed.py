import os
import shutil
from pathlib import Path

path = Path(os.environ.get("NOTES", "diary/2026/today.txt"))
path.parent.mkdir(parents=True, exist_ok=True)
title = "Tea " * 80
long = path.with_name(f"{title[:100]}.txt")
long.write_text("tea\n", encoding="utf-8")

with path.open("w+", encoding="utf-8") as file:
    file.write("tea\n")
    file.seek(0)
    text = file.read()
print(text.strip(), len(list(path.parent.iterdir())))

print(path.read_bytes().decode("utf-8").strip())
shutil.rmtree("diary")
print(path.exists())
