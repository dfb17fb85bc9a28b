from pathlib import Path

counter = Path("counter.txt")
count = int(counter.read_text()) + 1 if counter.exists() else 1
counter.write_text(str(count))
print(count)
