import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from orders import order_from

CEST = timezone(timedelta(hours=2))

with closing(sqlite3.connect("shop.db")) as con:
    con.row_factory = sqlite3.Row
    row = con.execute("SELECT * FROM orders").fetchone()

print(tuple(row)[1:])
order = order_from(row)
for name, value in vars(order).items():
    print(f"{name:6} {value!r}")
print(order.placed == datetime(2026, 7, 1, 9, 30, tzinfo=CEST))
print(order.total * 3 == Decimal("59.70"))
