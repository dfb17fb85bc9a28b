import sqlite3
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from uuid import UUID

import orders

GOOD = {
    "id": UUID(int=2),
    "placed": datetime.now().astimezone(),
    "total": Decimal(5),
    "paid": False,
    "items": [],
}
MISTAKES = [
    {"placed": datetime(2026, 7, 1, 9, 30)},
    {"total": b"5"},
    {"paid": 2},
    {"items": "paper, ink"},
]

with closing(sqlite3.connect("shop.db")) as con:
    for mistake in MISTAKES:
        row = orders.Order(**(GOOD | mistake))
        try:
            con.execute(
                "INSERT INTO orders VALUES (?, ?, ?, ?, ?)",
                list(vars(row).values()),
            )
        except (ValueError, sqlite3.IntegrityError) as error:
            print(f"{type(error).__name__}: {error}")
    print(con.execute("SELECT count(*) FROM orders").fetchone())
