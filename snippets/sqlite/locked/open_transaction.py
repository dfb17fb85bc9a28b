import sqlite3
import time
from contextlib import closing

with (
    closing(sqlite3.connect("orders.db")) as shop,
    closing(sqlite3.connect("orders.db", timeout=1)) as till,
):
    shop.execute("CREATE TABLE IF NOT EXISTS orders (item TEXT)")

    shop.execute("INSERT INTO orders VALUES ('tea')")
    # Here the shop sends an e-mail, waits for a web server, ...

    began = time.monotonic()
    try:
        till.execute("INSERT INTO orders VALUES ('cake')")
    except sqlite3.OperationalError as error:
        print(f"{error} ({error.sqlite_errorname})")
        print(f"after {time.monotonic() - began:.0f} second")

    shop.commit()
    till.execute("INSERT INTO orders VALUES ('cake')")
    till.commit()
    print("after the shop's commit: saved")
