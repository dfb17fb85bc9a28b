import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

from orders import Order

# --8<-- [start:table]
TABLE = """
    CREATE TABLE IF NOT EXISTS orders (
        id TEXT PRIMARY KEY,
        placed TEXT NOT NULL,
        total TEXT NOT NULL,
        paid INTEGER NOT NULL CHECK (paid IN (0, 1)),
        items TEXT NOT NULL CHECK (json_valid(items))
    ) STRICT
"""
# --8<-- [end:table]
CEST = timezone(timedelta(hours=2))
order = Order(
    id=UUID("8b6e7a8e-6c0f-4f0a-9d0e-0c8f2a6f5b11"),
    placed=datetime(2026, 7, 1, 9, 30, tzinfo=CEST),
    total=Decimal("19.90"),
    paid=True,
    items=["paper", "ink"],
)

with closing(sqlite3.connect("shop.db")) as con:
    con.execute(TABLE)
    with con:
        con.execute(
            "INSERT OR IGNORE INTO orders VALUES (?, ?, ?, ?, ?)",
            list(vars(order).values()),
        )
