import sqlite3
from contextlib import closing

FROM_INDEX = "SELECT id, item FROM orders INDEXED BY orders_item"
INSERT = "INSERT OR IGNORE INTO orders (id, item) VALUES (?, ?)"

with (
    closing(sqlite3.connect("table.db")) as damaged,
    closing(sqlite3.connect("saved.db")) as saved,
    saved,
):
    found = saved.executemany(INSERT, damaged.execute(FROM_INDEX))
    print("orders without their price:", found.rowcount)
