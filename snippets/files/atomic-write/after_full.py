from pathlib import Path

for path in Path("plain.txt"), Path("atomic.txt"):
    data = path.read_bytes()
    print(f"{path.name:10}  {len(data):4} bytes, ends {data[-9:]}")

print("left over:", list(Path().glob(".atomic.txt.*")))
