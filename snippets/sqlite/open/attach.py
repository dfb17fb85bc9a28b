import sqlite3
from contextlib import closing

FILES = {f"y{year}": f"{year}.db" for year in range(2016, 2028)}

for path in FILES.values():
    with closing(sqlite3.connect(path)) as con, con:
        con.execute("CREATE TABLE IF NOT EXISTS sales (amount)")
        con.execute("DELETE FROM sales")
        con.execute("INSERT INTO sales VALUES (100)")

with closing(sqlite3.connect(":memory:")) as con:
    try:
        for name, path in FILES.items():
            con.execute(f"ATTACH ? AS {name}", (path,))
    except sqlite3.OperationalError as error:
        print(f"{name}: {error}")

total = 0
with closing(sqlite3.connect(":memory:")) as con:
    for path in FILES.values():
        con.execute("ATTACH ? AS year", (path,))
        found = con.execute("SELECT sum(amount) FROM year.sales")
        total += found.fetchone()[0]
        con.execute("DETACH year")
print(total)
